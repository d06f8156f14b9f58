namespace Lossary.Data;

/// <summary>The pieces that a text is cut into, and their numbers: 0 … <see cref="Size"/> − 1.</summary>
public abstract class Vocabulary
{
    private protected Vocabulary()
    {
    }

    /// <summary>How many pieces there are.</summary>
    public abstract int Size { get; }

    /// <summary>Reads a vocabulary that was saved.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="DataFileException">It is absent, or holds no vocabulary.</exception>
    public static Vocabulary Load(string path) => VocabularyFile.Read(path);

    /// <summary>Cuts a text into pieces.</summary>
    /// <param name="text">The text.</param>
    /// <returns>The numbers of its pieces, in order.</returns>
    public abstract int[] Encode(string text);

    /// <summary>Puts a text together.</summary>
    /// <param name="tokens">Numbers of pieces.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such piece.</exception>
    public string Decode(ReadOnlySpan<int> tokens)
    {
        for (int i = 0; i < tokens.Length; i++)
        {
            if (tokens[i] < 0 || tokens[i] >= Size)
            {
                throw new ArgumentOutOfRangeException(
                    nameof(tokens), $"tokens[{i}] is {tokens[i]}; the vocabulary has {Size} pieces.");
            }
        }

        return Join(tokens);
    }

    /// <summary>Writes the vocabulary as JSON.</summary>
    /// <param name="path">The file; replaced if it is there.</param>
    public void Save(string path) => VocabularyFile.Write(path, Describe());

    private protected abstract string Join(ReadOnlySpan<int> tokens);

    private protected abstract VocabularyDocument Describe();
}
