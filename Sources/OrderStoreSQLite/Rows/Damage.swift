/// A stored row is not what was written: a bit that turned on the disk, a page of another time, an index astray.
struct Damage: Error, Hashable {
    /// The place of the order that it belongs to; nil when it belongs to none.
    var order: Int64?
    /// What does not match its checksum, in words that follow "of order 17".
    var what: String
    /// Whether it would take part in what is done for the order; a record of the past does not.
    var acts = true
}
