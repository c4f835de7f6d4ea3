import GRDB
import GRDBSQLite

/// What a statement's parameter can be given.
protocol Bindable {
    func put(into handle: SQLiteStatement, at place: Int32)
}

/// SQLite copies a value bound with this before the call returns.
private let copied = unsafeBitCast(-1, to: sqlite3_destructor_type.self)

extension Int64: Bindable {
    func put(into handle: SQLiteStatement, at place: Int32) {
        sqlite3_bind_int64(handle, place, self)
    }
}

extension Int: Bindable {
    func put(into handle: SQLiteStatement, at place: Int32) {
        Int64(self).put(into: handle, at: place)
    }
}

extension String: Bindable {
    func put(into handle: SQLiteStatement, at place: Int32) {
        var copy = self
        copy.withUTF8 { utf8 in
            utf8.withMemoryRebound(to: CChar.self) { characters in
                _ = sqlite3_bind_text(
                    handle,
                    place,
                    characters.baseAddress,
                    Int32(characters.count),
                    copied
                )
            }
        }
    }
}

extension [UInt8]: Bindable {
    func put(into handle: SQLiteStatement, at place: Int32) {
        withUnsafeBytes { bytes in
            _ = sqlite3_bind_blob64(
                handle,
                place,
                // An empty array may have no address, and a null one would bind NULL.
                bytes.baseAddress ?? UnsafeRawPointer(bitPattern: 1),
                UInt64(bytes.count),
                copied
            )
        }
    }
}

extension Optional: Bindable where Wrapped: Bindable {
    func put(into handle: SQLiteStatement, at place: Int32) {
        switch self {
        case .some(let value): value.put(into: handle, at: place)
        case .none: sqlite3_bind_null(handle, place)
        }
    }
}
