using System.Text;

namespace Lossary.Data;

/// <summary>Bytes, and the frequent sequences of them in a text: every text can be said, and briefly.</summary>
/// <remarks>
/// <para>Training joins the most frequent pair of neighbouring pieces into a new piece, again and again. Pieces do not
/// reach across words; a word is a run of letters and digits, or of other signs, with the space after it, which so
/// marks the word's end; or a run of blanks. Of equally frequent pairs the one whose first place in the text is earlier
/// is joined first, so the same text gives the same vocabulary.</para>
/// <para>Reference: R. Sennrich, B. Haddow, A. Birch, "Neural Machine Translation of Rare Words with Subword Units",
/// ACL 2016, doi:10.18653/v1/P16-1162; over bytes instead of characters, so that nothing is unknown. A half of a
/// surrogate pair is no text, and comes back as U+FFFD.</para>
/// </remarks>
public sealed class BytePairVocabulary : Vocabulary
{
    internal const int Bytes = 256;

    private readonly (int Left, int Right)[] _merges;
    private readonly byte[][] _pieces;
    private readonly Dictionary<(int Left, int Right), int> _joined = [];

    internal BytePairVocabulary((int Left, int Right)[] merges)
    {
        _merges = merges;
        _pieces = new byte[Bytes + merges.Length][];
        for (int i = 0; i < Bytes; i++)
        {
            _pieces[i] = [(byte)i];
        }

        for (int i = 0; i < merges.Length; i++)
        {
            (int left, int right) = merges[i];
            _pieces[Bytes + i] = [.. _pieces[left], .. _pieces[right]];
            _joined.TryAdd((left, right), Bytes + i);
        }
    }

    /// <inheritdoc/>
    public override int Size => _pieces.Length;

    /// <summary>The pieces that were joined, first to last; the first join makes piece 256.</summary>
    public IReadOnlyList<(int Left, int Right)> Merges => _merges;

    /// <summary>Learns pieces from a text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="merges">
    /// How many pieces to add to the 256 bytes; fewer come, when no pair is there twice any more.
    /// </param>
    public static BytePairVocabulary Train(string text, int merges)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentOutOfRangeException.ThrowIfNegative(merges);
        return new BytePairVocabulary(new BytePairTraining(text).Run(merges));
    }

    /// <inheritdoc/>
    public override int[] Encode(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        List<int> tokens = new(text.Length / 2);
        Dictionary<string, int[]> known = [];
        Dictionary<string, int[]>.AlternateLookup<ReadOnlySpan<char>> knownWords =
            known.GetAlternateLookup<ReadOnlySpan<char>>();
        foreach (Range range in Words.In(text))
        {
            ReadOnlySpan<char> word = text.AsSpan()[range];
            if (!knownWords.TryGetValue(word, out int[]? pieces))
            {
                pieces = EncodeWord(word);
                knownWords[word] = pieces;
            }

            tokens.AddRange(pieces);
        }

        return [.. tokens];
    }

    /// <summary>Joins in the order in which the pieces were learnt: the lowest number first.</summary>
    private int[] EncodeWord(ReadOnlySpan<char> word)
    {
        int[] pieces = Words.BytesOf(word);
        while (true)
        {
            int lowest = int.MaxValue;
            for (int i = 1; i < pieces.Length; i++)
            {
                lowest = Math.Min(lowest, _joined.GetValueOrDefault((pieces[i - 1], pieces[i]), int.MaxValue));
            }

            if (lowest == int.MaxValue)
            {
                return pieces;
            }

            pieces = Words.Join(pieces, _merges[lowest - Bytes], lowest);
        }
    }

    private protected override string Join(ReadOnlySpan<int> tokens)
    {
        List<byte> bytes = new(2 * tokens.Length);
        foreach (int token in tokens)
        {
            bytes.AddRange(_pieces[token]);
        }

        return Encoding.UTF8.GetString([.. bytes]);
    }

    private protected override VocabularyDocument Describe() =>
        new("byte-pairs", Merges: Array.ConvertAll(_merges, pair => (int[])[pair.Left, pair.Right]));
}
