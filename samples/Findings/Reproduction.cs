using System.Diagnostics;
using Lossary.Data;

namespace Lossary.Samples;

/// <summary>Runs findings, and tells what came of them.</summary>
public static class Reproduction
{
    /// <summary>Runs "all" or one finding, and a folder for the pages if they are wanted.</summary>
    /// <returns>
    /// 0; 1 where a claim is not borne out; 2 where there is no such finding; 3 where its data have not been fetched.
    /// </returns>
    public static int Run(
        IReadOnlyList<PublishedFinding> findings,
        IReadOnlyList<string> arguments,
        TextWriter output,
        TextWriter progress)
    {
        ArgumentNullException.ThrowIfNull(arguments);
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(progress);
        string wanted = arguments.Count > 0 ? arguments[0] : "all";
        PublishedFinding[] chosen = [.. findings.Where(finding => wanted == "all" || finding.Name == wanted)];
        if (chosen.Length == 0)
        {
            string names = string.Join(", ", findings.Select(finding => finding.Name));
            progress.WriteLine($"There is no finding '{wanted}'; there are {names}.");
            return 2;
        }

        // Each runs, whether the data of the others are there or not.
        return chosen.Max(finding => Run(finding, arguments.ElementAtOrDefault(1), output, progress));
    }

    private static int Run(PublishedFinding finding, string? folder, TextWriter output, TextWriter progress)
    {
        Stopwatch watch = Stopwatch.StartNew();
        ResultTable table;
        try
        {
            table = finding.Run(progress);
        }
        catch (DataFileException missing)
        {
            progress.WriteLine($"  {finding.Name}: {missing.Message}");
            return 3;
        }

        string page = Report.Of(finding, table);
        output.WriteLine(page);
        progress.WriteLine($"  {finding.Name}: {watch.Elapsed.TotalSeconds:F1} s");
        if (folder is not null)
        {
            Directory.CreateDirectory(folder);
            File.WriteAllText(Path.Combine(folder, finding.Name + ".md"), page);
        }

        return finding.Claims.All(claim => claim.IsBorneOut(table)) ? 0 : 1;
    }
}
