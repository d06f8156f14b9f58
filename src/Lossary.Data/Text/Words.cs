using System.Text;

namespace Lossary.Data;

/// <summary>The words of a text, as byte pair vocabularies cut it.</summary>
internal static class Words
{
    private enum Sign
    {
        Letter,
        Blank,
        Other,
    }

    /// <summary>The words, which together are the text.</summary>
    public static IEnumerable<Range> In(string text)
    {
        int start = 0;
        while (start < text.Length)
        {
            Sign kind = KindOf(text[start]);
            int end = start + 1;
            while (end < text.Length && KindOf(text[end]) == kind)
            {
                end++;
            }

            if (kind != Sign.Blank && end < text.Length && text[end] == ' ')
            {
                end++;
            }

            yield return start..end;
            start = end;
        }
    }

    /// <summary>The bytes of a word, each a piece.</summary>
    public static int[] BytesOf(ReadOnlySpan<char> word)
    {
        byte[] bytes = new byte[Encoding.UTF8.GetByteCount(word)];
        Encoding.UTF8.GetBytes(word, bytes);
        return Array.ConvertAll(bytes, piece => (int)piece);
    }

    /// <summary>A word in which a pair of pieces is one piece wherever it stands, from left to right.</summary>
    public static int[] Join(ReadOnlySpan<int> word, (int Left, int Right) pair, int joined)
    {
        int[] pieces = new int[word.Length];
        int count = 0;
        for (int i = 0; i < word.Length; i++)
        {
            bool isPair = i + 1 < word.Length && word[i] == pair.Left && word[i + 1] == pair.Right;
            pieces[count++] = isPair ? joined : word[i];
            i += isPair ? 1 : 0;
        }

        return pieces[..count];
    }

    // The halves of a surrogate pair are both Other, so a word never ends between them.
    private static Sign KindOf(char sign) =>
        char.IsLetterOrDigit(sign) ? Sign.Letter : char.IsWhiteSpace(sign) ? Sign.Blank : Sign.Other;
}
