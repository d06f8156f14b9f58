using System.Text.Json;

namespace Lossary.Tests.Shared;

/// <summary>One file of the golden corpus: reference cases, and how near to them is near enough.</summary>
/// <remarks>What the keys mean is said in tests/golden/README.md.</remarks>
internal sealed class GoldenFile
{
    private GoldenFile(JsonElement root)
    {
        JsonElement tolerances = root.GetProperty("tol");
        Cases = [.. root.GetProperty("cases").EnumerateArray().Select(e => new GoldenCase(e, tolerances))];
    }

    /// <summary>All cases, in the file's order.</summary>
    public IReadOnlyList<GoldenCase> Cases { get; }

    /// <summary>The cases of one operation; never none, so that a misspelt name does not pass for a green test.</summary>
    public IReadOnlyList<GoldenCase> Of(string operation)
    {
        GoldenCase[] cases = [.. Cases.Where(c => c.Operation == operation)];
        return cases.Length > 0 ? cases : throw new ArgumentException($"No golden case is called '{operation}'.", nameof(operation));
    }

    /// <summary>Reads tests/golden/<paramref name="name"/>.json, looked for from the program's folder upwards.</summary>
    public static GoldenFile Read(string name)
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            string path = Path.Combine(folder.FullName, "tests", "golden", name + ".json");
            if (File.Exists(path))
            {
                using FileStream stream = File.OpenRead(path);
                using JsonDocument document = JsonDocument.Parse(stream);
                return new(document.RootElement);
            }
        }

        throw new FileNotFoundException($"tests/golden/{name}.json is in no folder above {AppContext.BaseDirectory}.");
    }
}
