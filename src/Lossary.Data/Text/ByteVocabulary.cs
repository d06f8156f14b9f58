using System.Text;

namespace Lossary.Data;

/// <summary>The 256 bytes of UTF-8: every text can be said, nothing has to be learnt, sequences are long.</summary>
/// <remarks>A half of a surrogate pair is no text, and comes back as U+FFFD.</remarks>
public sealed class ByteVocabulary : Vocabulary
{
    /// <inheritdoc/>
    public override int Size => 256;

    /// <inheritdoc/>
    public override int[] Encode(string text) => Array.ConvertAll(Encoding.UTF8.GetBytes(text), piece => (int)piece);

    private protected override string Join(ReadOnlySpan<int> tokens)
    {
        byte[] bytes = new byte[tokens.Length];
        for (int i = 0; i < bytes.Length; i++)
        {
            bytes[i] = (byte)tokens[i];
        }

        return Encoding.UTF8.GetString(bytes);
    }

    private protected override VocabularyDocument Describe() => new("bytes");
}
