/// Takes out of a program's words what may be a key.
enum SecretMask {
    /// From that many characters on a word of a key's alphabet with letters and digits may be one.
    private static let length = 16

    /// The text with `[…]` in the place of each such word.
    static func masked(_ text: String) -> String {
        var result = ""
        var word: [Character] = []
        for character in text {
            if isOfKeys(character) {
                word.append(character)
            } else {
                result += masked(word) + String(character)
                word = []
            }
        }
        return result + masked(word)
    }

    private static func masked(_ word: [Character]) -> String {
        let isKey =
            word.count >= length && word.contains(where: \.isNumber)
            && word.contains(where: \.isLetter)
        return isKey ? "[…]" : String(word)
    }

    private static func isOfKeys(_ character: Character) -> Bool {
        character.isASCII
            && (character.isLetter || character.isNumber || "+/=_-.".contains(character))
    }
}
