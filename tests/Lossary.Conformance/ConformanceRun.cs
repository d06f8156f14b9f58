using Lossary.Tests.Shared;

namespace Lossary.Conformance;

/// <summary>The whole program: folders of golden files in, a line per file and the sums out.</summary>
internal static class ConformanceRun
{
    private const int AllPassed = 0;
    private const int SomeFailed = 1;
    private const int BadUsage = 2;

    /// <summary>Checks the library against every golden file of some folders.</summary>
    /// <param name="folders">Each holds at least one JSON file of schema golden-1.</param>
    /// <param name="output">Where the findings go.</param>
    /// <param name="errors">Where it says what is wrong with the folders.</param>
    /// <returns>0 where no case failed, 1 where one did, 2 where the folders could not be read.</returns>
    public static int Run(IReadOnlyList<string> folders, TextWriter output, TextWriter errors)
    {
        if (folders.Count == 0)
        {
            errors.WriteLine("Usage: Lossary.Conformance FOLDER...");
            errors.WriteLine("Each folder holds JSON files of schema golden-1, as tests/golden does.");
            return BadUsage;
        }

        try
        {
            FileReport[] reports = [.. folders.SelectMany(Reports)];
            foreach (FileReport report in reports)
            {
                report.Write(output);
            }

            int failed = reports.Sum(report => report.Failed);
            int passed = reports.Sum(report => report.Passed), skipped = reports.Sum(report => report.Skipped);
            output.WriteLine($"{passed} passed, {failed} failed, {skipped} skipped");
            return failed == 0 ? AllPassed : SomeFailed;
        }
        catch (Exception exception)
            when (exception is IOException or InvalidDataException or UnauthorizedAccessException)
        {
            errors.WriteLine(exception.Message);
            return BadUsage;
        }
    }

    private static IEnumerable<FileReport> Reports(string folder)
    {
        if (!Directory.Exists(folder))
        {
            throw new DirectoryNotFoundException($"There is no folder '{folder}'.");
        }

        string[] paths = Directory.GetFiles(folder, "*.json");
        if (paths.Length == 0)
        {
            throw new FileNotFoundException($"The folder '{folder}' holds no JSON file.");
        }

        Array.Sort(paths, StringComparer.Ordinal);
        foreach (string path in paths)
        {
            if (GoldenFile.Load(path) is GoldenFile file)
            {
                yield return FileReport.Of(Path.GetFileNameWithoutExtension(path), file);
            }
        }
    }
}
