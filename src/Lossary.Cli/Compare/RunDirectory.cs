using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Lossary.Reports;
using Lossary.Studies;

namespace Lossary.Cli;

/// <summary>Where a run is kept: what was asked for, what came out, and the report.</summary>
internal sealed partial class RunDirectory
{
    public const string ReportFile = "report.html";
    private const string TextFile = "report.md";
    private const string RunFile = "run.json";
    private const string ResultsFile = "results.json";

    /// <summary>What did not exist before, innermost first.</summary>
    private readonly IReadOnlyList<string> _created;

    private RunDirectory(string path, IReadOnlyList<string> created)
    {
        Path = path;
        _created = created;
    }

    public string Path { get; }

    /// <summary>
    /// Makes the directory, so that a place that cannot be written to is found before anything is trained.
    /// </summary>
    /// <param name="path">Where; null for the first free of runs/DATA-1, runs/DATA-2, …</param>
    /// <param name="data">What the user named as data.</param>
    public static RunDirectory Create(string? path, string data)
    {
        string chosen = path ?? FirstFree(data);
        if (path is not null && IsTaken(path))
        {
            throw new UsageException($"--out {path} exists already and is not empty.");
        }

        string[] created = [.. Missing(chosen)];
        try
        {
            Directory.CreateDirectory(chosen);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new UsageException(
                $"The run cannot be kept in {chosen}: {error.Message} Name another place by --out DIR, or --no-run.");
        }

        return new(chosen, created);
    }

    /// <summary>Takes away again what was made, where nothing was written into it.</summary>
    public void Abandon()
    {
        foreach (string directory in _created)
        {
            if (Directory.Exists(directory) && !Directory.EnumerateFileSystemEntries(directory).Any())
            {
                Directory.Delete(directory);
            }
        }
    }

    /// <summary>Writes all files, each whole or not at all.</summary>
    public void Write(ComparisonResult result, ComparisonDescription description, CompareRequest request)
    {
        RunDescription run = RunDescription.Of(result, request);
        WriteWhole(RunFile, JsonSerializer.Serialize(run, JsonContext.Default.RunDescription));
        WriteWhole(ResultsFile, JsonSerializer.Serialize(description, JsonContext.Default.ComparisonDescription));
        ReportDocument report = ComparisonReport.Of(result, run);
        WriteWhole(TextFile, MarkdownRenderer.Render(report).TrimEnd('\n'));
        WriteWhole(ReportFile, HtmlRenderer.Render(report));
    }

    private static bool IsTaken(string path) =>
        File.Exists(path) || (Directory.Exists(path) && Directory.EnumerateFileSystemEntries(path).Any());

    private static IEnumerable<string> Missing(string path)
    {
        for (string? at = System.IO.Path.GetFullPath(path); at is not null && !Directory.Exists(at);)
        {
            yield return at;
            at = System.IO.Path.GetDirectoryName(at);
        }
    }

    private static string FirstFree(string data)
    {
        string name = data == "-" ? "stdin" : System.IO.Path.GetFileNameWithoutExtension(data.Split(':')[^1]);
        string safe = Unsafe().Replace(name, "-");
        for (int number = 1; ; number++)
        {
            string path =
                System.IO.Path.Combine("runs", string.Create(CultureInfo.InvariantCulture, $"{safe}-{number}"));
            if (!Directory.Exists(path) && !File.Exists(path))
            {
                return path;
            }
        }
    }

    private void WriteWhole(string file, string text)
    {
        string path = System.IO.Path.Combine(Path, file);
        string temporary = path + ".tmp";
        using (FileStream stream = File.Create(temporary))
        {
            stream.Write(System.Text.Encoding.UTF8.GetBytes(text + "\n"));
            stream.Flush(flushToDisk: true);
        }

        File.Move(temporary, path, overwrite: true);
    }

    [GeneratedRegex("[^A-Za-z0-9._-]+")]
    private static partial Regex Unsafe();
}
