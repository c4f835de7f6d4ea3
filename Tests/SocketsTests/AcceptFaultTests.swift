import CLinux
import Glibc
import TestClosing
import Testing

@testable import Sockets

@Suite(.closing)
struct AcceptFaultTests {
    @Test(
        arguments: [
            (ECONNABORTED, AcceptFault.ofConnection), (EPROTO, .ofConnection),
            (ENETDOWN, .ofConnection), (ECONNRESET, .ofConnection), (EMFILE, .ofResources),
            (ENFILE, .ofResources), (ENOBUFS, .ofResources), (ENOMEM, .ofResources),
            (EBADF, .ofListener), (EINVAL, .ofListener), (ENOTSOCK, .ofListener),
        ]
    )
    func `each error number is about one thing`(_ number: Int32, _ fault: AcceptFault) {
        #expect(AcceptFault(.system(errno: number)) == fault)
    }

    @Test func `what is no error of the kernel ends the listener`() {
        for reason in [SocketError.Reason.closed, .cancelled, .timedOut] {
            #expect(AcceptFault(reason) == .ofListener)
        }
    }

    @Test func `the reserve lets a waiting peer learn that there is no room`() async throws {
        try await onLoop { loop, _ in
            let address = SocketAddress(ip: .loopback, port: 0)
            let descriptor = try SocketOption.makeSocket(.bind, for: address)
            defer { SystemCall.close(descriptor) }
            _ = address.withSystemAddress { bind(descriptor, $0, $1) }
            listen(descriptor, 8)
            let bound = try #require(try SocketAddress.ofSocket(descriptor))
            let client = try await TCPStream.connect(to: bound, on: loop)

            let reserve = ReserveDescriptor()
            reserve.refuseOne(from: descriptor)
            #expect(reserve.useCount == 1)
            #expect(try await client.read(exactly: 1).isEmpty)
            reserve.refuseOne(from: descriptor)
            #expect(reserve.useCount == 1)
        }
    }
}
