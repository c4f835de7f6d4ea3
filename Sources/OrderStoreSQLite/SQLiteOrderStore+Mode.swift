package import Orders

extension SQLiteOrderStore {
    /// The mode of delivery that was last noted; nil when none was.
    package func deliveryMode() async throws -> Deliveries.Mode? {
        try await read { connection in
            let text: String? = try connection.setting("delivery mode")
            return text.flatMap(Deliveries.Mode.init)
        }
    }

    /// Notes the mode of delivery for the next start.
    package func setDeliveryMode(_ mode: Deliveries.Mode) async throws {
        try await write { try $0.set("delivery mode", to: mode.rawValue) }
    }
}
