/// Which letters a label of a domain may have (RFC 5892).
enum InternationalLetter {
    /// Whether the scalar at that place is valid there.
    static func isValid(at index: Int, in label: [Unicode.Scalar]) -> Bool {
        let scalar = label[index]
        if scalar.isASCII { return isASCIILetter(scalar) }
        switch scalar.value {
        // RFC 5892 §2.6: valid although the rules below exclude them, or the other way round.
        case 0xDF, 0x3C2, 0x6FD, 0x6FE, 0xF0B, 0x3007: return true
        case 0x640, 0x7FA, 0x302E, 0x302F, 0x3031...0x3035, 0x303B: return false
        // Appendix A: valid beside certain others only.
        case 0xB7: return index > 0 && label[index - 1] == "l" && follows("l", index, label)
        case 0x375: return label.dropFirst(index + 1).first.map { isGreek($0) } ?? false
        case 0x5F3, 0x5F4: return index > 0 && (0x590...0x5FF).contains(label[index - 1].value)
        case 0x30FB: return label.contains(where: isJapanese)
        case 0x660...0x669: return !label.contains { (0x6F0...0x6F9).contains($0.value) }
        case 0x6F0...0x6F9: return !label.contains { (0x660...0x669).contains($0.value) }
        // Joiners are taken behind a virama; other places would need the joining types of letters.
        case 0x200C, 0x200D:
            return index > 0 && label[index - 1].properties.canonicalCombiningClass == .virama
        default: return isLetter(scalar)
        }
    }

    private static func isASCIILetter(_ scalar: Unicode.Scalar) -> Bool {
        scalar == "-" || ("a"..."z").contains(scalar) || ("0"..."9").contains(scalar)
    }

    private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .lowercaseLetter, .otherLetter, .modifierLetter, .nonspacingMark, .spacingMark,
            .decimalNumber:
            !scalar.properties.isDefaultIgnorableCodePoint
                && !unstable.contains { $0.contains(scalar.value) }
        default: false
        }
    }

    private static func follows(
        _ scalar: Unicode.Scalar,
        _ index: Int,
        _ label: [Unicode.Scalar]
    ) -> Bool {
        index + 1 < label.count && label[index + 1] == scalar
    }

    private static func isGreek(_ scalar: Unicode.Scalar) -> Bool {
        (0x370...0x3FF).contains(scalar.value) || (0x1F00...0x1FFF).contains(scalar.value)
    }

    /// Hiragana, Katakana and Han (RFC 5892, Appendix A.7).
    private static func isJapanese(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x3041...0x309F, 0x30A1...0x30FA, 0x30FC...0x30FF, 0x3005, 0x3007, 0x3400...0x4DBF,
            0x4E00...0x9FFF, 0x20000...0x323AF:
            true
        default: false
        }
    }

    /// Letters that compatibility mapping or case folding would turn into others, and old Hangul (RFC 5892 §2.2, §2.9).
    private static let unstable: [ClosedRange<UInt32>] = [
        0xAA...0xAA, 0xBA...0xBA, 0x132...0x133, 0x13F...0x140, 0x149...0x149, 0x17F...0x17F,
        0x1C4...0x1CC, 0x1F1...0x1F3, 0x2B0...0x2B8, 0x2E0...0x2E4, 0x345...0x345, 0x37A...0x37A,
        0x3D0...0x3D6, 0x3F0...0x3F5, 0x587...0x587, 0x675...0x678, 0xE33...0xE33, 0xEB3...0xEB3,
        0xEDC...0xEDD, 0xF0C...0xF0C, 0xF77...0xF77, 0xF79...0xF79, 0x10FC...0x10FC,
        0x1100...0x11FF, 0x1D2C...0x1D2E, 0x1D30...0x1D3A, 0x1D3C...0x1D4D, 0x1D4F...0x1D6A,
        0x1D78...0x1D78, 0x1D9B...0x1DBF, 0x1E9A...0x1E9B, 0x1F80...0x1FAF, 0x1FB2...0x1FB4,
        0x1FB7...0x1FB7, 0x1FBE...0x1FBE, 0x1FC2...0x1FC4, 0x1FC7...0x1FC7, 0x1FF2...0x1FF4,
        0x1FF7...0x1FF7, 0x2071...0x2071, 0x207F...0x207F, 0x2090...0x209C, 0x2100...0x214D,
        0x2C7C...0x2C7D, 0x2D6F...0x2D6F, 0x3131...0x318E, 0xA69C...0xA69D, 0xA770...0xA770,
        0xA7F2...0xA7F4, 0xA7F8...0xA7F9, 0xA960...0xA97C, 0xAB5C...0xAB5F, 0xAB69...0xABBF,
        0xD7B0...0xD7FB, 0xFB00...0xFB17, 0xFB20...0xFB29, 0xFB4F...0xFDFB, 0xFE70...0xFEFC,
        0xFF00...0xFFEF, 0x10780...0x107BA, 0x1D400...0x1D7FF, 0x1EE00...0x1EEFF, 0x1FBF0...0x1FBF9,
    ]
}
