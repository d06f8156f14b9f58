using System.Diagnostics;
using Lossary.Data;
using Lossary.Samples;

// dotnet run --project samples/Findings -c Release -- all|NAME [FOLDER for the pages]
string wanted = args.Length > 0 ? args[0] : "all";
PublishedFinding[] chosen = [.. AllFindings.InOrder.Where(finding => wanted == "all" || finding.Name == wanted)];
if (chosen.Length == 0)
{
    Console.Error.WriteLine(
        $"There is no finding '{wanted}'; there are {string.Join(", ", AllFindings.InOrder.Select(finding => finding.Name))}.");
    return 2;
}

int exitCode = 0;
foreach (PublishedFinding finding in chosen)
{
    try
    {
        Stopwatch watch = Stopwatch.StartNew();
        ResultTable table = finding.Run(Console.Error);
        string page = Report.Of(finding, table);
        Console.WriteLine(page);
        Console.Error.WriteLine($"  {finding.Name}: {watch.Elapsed.TotalSeconds:F1} s");
        if (args.Length > 1)
        {
            Directory.CreateDirectory(args[1]);
            File.WriteAllText(Path.Combine(args[1], finding.Name + ".md"), page);
        }

        exitCode = finding.Claims.All(claim => claim.IsBorneOut(table)) ? exitCode : Math.Max(exitCode, 1);
    }
    catch (DataFileException missing)
    {
        // The other findings can do without.
        Console.Error.WriteLine($"  {finding.Name}: {missing.Message}");
        exitCode = 3;
    }
}

return exitCode;
