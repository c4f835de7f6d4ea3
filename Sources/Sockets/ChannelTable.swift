/// The open channels of a loop, found by the token that epoll hands back.
///
/// A token is the descriptor and a registration number. The kernel gives a closed descriptor's number to
/// the next socket at once; an event that was under way for the old one carries the old number.
struct ChannelTable {
    /// By descriptor; as long as the highest descriptor ever seen.
    private var slots: [Channel?] = []
    private var lastNumber: UInt32 = 0

    var all: [Channel] { slots.compactMap { $0 } }

    /// The channel of that registration, or nil when it is gone.
    subscript(token: UInt64) -> Channel? {
        let index = Int(UInt32(truncatingIfNeeded: token))
        guard index < slots.count, let channel = slots[index], channel.token == token else {
            return nil
        }
        return channel
    }

    /// Numbers the channel and answers its token, which is never 0.
    mutating func insert(_ channel: Channel) -> UInt64 {
        let index = Int(channel.descriptor)
        if index >= slots.count {
            slots.append(contentsOf: repeatElement(nil, count: index - slots.count + 1))
        }
        lastNumber = lastNumber == .max ? 1 : lastNumber + 1
        channel.token = UInt64(lastNumber) << 32 | UInt64(index)
        slots[index] = channel
        return channel.token
    }

    mutating func remove(_ channel: Channel) {
        let index = Int(channel.descriptor)
        guard slots.indices.contains(index), slots[index] === channel else { return }
        slots[index] = nil
        channel.token = 0
    }
}
