using System.Text.Json;

namespace Lossary.Tests.Shared;

/// <summary>One file of the golden corpus: reference cases, and how near to them is near enough.</summary>
/// <remarks>What the keys mean is said in tests/golden/README.md.</remarks>
internal sealed class GoldenFile
{
    private const string Schema = "golden-1";

    private GoldenFile(JsonElement root)
    {
        Group = root.GetProperty("group").GetString()!;
        JsonElement tolerances = root.GetProperty("tol");
        Cases = [.. root.GetProperty("cases").EnumerateArray().Select(e => new GoldenCase(e, tolerances))];
    }

    /// <summary>What kind of operations these are: losses_torch, metrics ….</summary>
    public string Group { get; }

    /// <summary>All cases, in the file's order.</summary>
    public IReadOnlyList<GoldenCase> Cases { get; }

    /// <summary>
    /// The cases of one operation; never none, so that a misspelt name does not pass for a green test.
    /// </summary>
    public IReadOnlyList<GoldenCase> Of(string operation)
    {
        GoldenCase[] cases = [.. Cases.Where(c => c.Operation == operation)];
        return cases.Length > 0
            ? cases
            : throw new ArgumentException($"No golden case is called '{operation}'.", nameof(operation));
    }

    /// <summary>
    /// Reads tests/golden/<paramref name="name"/>.json, looked for from the program's folder upwards.
    /// </summary>
    public static GoldenFile Read(string name)
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            string path = Path.Combine(folder.FullName, "tests", "golden", name + ".json");
            if (File.Exists(path))
            {
                return Load(path) ?? throw new InvalidDataException($"{path} has no cases.");
            }
        }

        throw new FileNotFoundException($"tests/golden/{name}.json is in no folder above {AppContext.BaseDirectory}.");
    }

    /// <summary>Reads a file; null where it holds no cases but belongs to the corpus, as the definitions do.</summary>
    /// <exception cref="InvalidDataException">It is no JSON, or of another schema.</exception>
    public static GoldenFile? Load(string path)
    {
        try
        {
            using FileStream stream = File.OpenRead(path);
            using JsonDocument document = JsonDocument.Parse(stream);
            JsonElement root = document.RootElement;
            bool hasSchema = root.TryGetProperty("schema", out JsonElement text);
            string? schema = hasSchema ? text.GetString() : null;
            if (schema != Schema && schema?.StartsWith(Schema + "-", StringComparison.Ordinal) != true)
            {
                string found = schema is null ? "it has none" : $"it is '{schema}'";
                throw new InvalidDataException($"{path}: the schema must be '{Schema}', but {found}.");
            }

            return root.TryGetProperty("cases", out _) ? new(root) : null;
        }
        catch (Exception exception)
            when (exception is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            throw new InvalidDataException($"{path}: not a file of schema {Schema}: {exception.Message}", exception);
        }
    }
}
