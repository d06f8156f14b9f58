using System.Text.Json;

namespace Lossary.Data;

/// <summary>Vocabularies as files of JSON.</summary>
internal static class VocabularyFile
{
    public static void Write(string path, VocabularyDocument document)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        byte[] json = JsonSerializer.SerializeToUtf8Bytes(document, VocabularyJson.Default.VocabularyDocument);
        File.WriteAllBytes(path, json);
    }

    public static Vocabulary Read(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        try
        {
            byte[] json = File.ReadAllBytes(path);
            return Build(JsonSerializer.Deserialize(json, VocabularyJson.Default.VocabularyDocument));
        }
        catch (Exception exception) when (exception is JsonException or InvalidDataException)
        {
            throw new DataFileException(path, $"is no vocabulary: {exception.Message}", inner: exception);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            string reason = exception is FileNotFoundException or DirectoryNotFoundException
                ? "there is no such file."
                : exception.Message;
            throw new DataFileException(path, reason, inner: exception);
        }
    }

    private static Vocabulary Build(VocabularyDocument? document) => document switch
    {
        { Kind: "bytes" } => new ByteVocabulary(),
        { Kind: "characters", Characters: { } characters } => new CharacterVocabulary(characters),
        { Kind: "byte-pairs", Merges: { } merges } => new BytePairVocabulary(Pairs(merges)),
        _ => throw new InvalidDataException(
            "expected the kind bytes, characters with \"characters\", or byte-pairs with \"merges\"."),
    };

    private static (int Left, int Right)[] Pairs(int[][] merges)
    {
        (int, int)[] pairs = new (int, int)[merges.Length];
        for (int i = 0; i < merges.Length; i++)
        {
            int known = BytePairVocabulary.Bytes + i;
            pairs[i] = merges[i] is [int left, int right] && left >= 0 && left < known && right >= 0 && right < known
                ? (left, right)
                : throw new InvalidDataException($"merge {i + 1} must be two numbers from 0 to {known - 1}.");
        }

        return pairs;
    }
}
