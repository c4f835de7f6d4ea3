import AWS
import Orders
import ServiceLifecycle

/// Asks for the credentials at the start and ever again, so that they are there, and told of, before an order needs them.
struct CredentialsWatch: Service {
    let credentials: any CredentialsProvider
    let clock: any WallClock

    private static let interval = Duration.seconds(30)

    func run() async throws {
        await cancelWhenGracefulShutdown {
            repeat {
                // What becomes of it is logged, and stands in the health answer.
                _ = try? await credentials.credentials(until: nil)
            } while (try? await clock.sleep(for: Self.interval)) != nil
        }
    }
}
