using Lossary.Tests.Shared;

namespace Lossary.Conformance;

/// <summary>What became of the cases of one file.</summary>
internal sealed class FileReport
{
    private const int MostFailuresShown = 20;

    private readonly string _name;
    private readonly List<string> _failures = [];
    private readonly SortedDictionary<string, int> _skipped = new(StringComparer.Ordinal);

    private FileReport(string name) => _name = name;

    /// <summary>Cases whose every number was met.</summary>
    public int Passed { get; private set; }

    /// <summary>Cases with at least one number that was not.</summary>
    public int Failed { get; private set; }

    /// <summary>Cases of operations that the library does not have.</summary>
    public int Skipped => _skipped.Values.Sum();

    /// <summary>Runs every case of a file.</summary>
    public static FileReport Of(string name, GoldenFile file)
    {
        FileReport report = new(name);
        OperationGroup? group = OperationGroups.Find(file.Group);
        foreach (GoldenCase golden in file.Cases)
        {
            report.Add(golden, group is null ? Verdict.Skip(golden.Operation) : group.Judge(golden));
        }

        return report;
    }

    /// <summary>Writes the file's line, its first failures and what was skipped.</summary>
    public void Write(TextWriter output)
    {
        output.WriteLine($"{_name}: {Passed} passed {Failed} failed {Skipped} skipped");
        foreach (string failure in _failures)
        {
            output.WriteLine("  " + failure);
        }

        if (Failed > _failures.Count)
        {
            output.WriteLine($"  … and {Failed - _failures.Count} more");
        }

        if (_skipped.Count > 0)
        {
            IEnumerable<string> missing = _skipped.Select(entry => $"{entry.Key} ({entry.Value})");
            output.WriteLine($"  skipped: {string.Join(", ", missing)}");
        }
    }

    private void Add(GoldenCase golden, Verdict verdict)
    {
        if (verdict.Missing is string missing)
        {
            _skipped[missing] = _skipped.GetValueOrDefault(missing) + 1;
        }
        else if (verdict.Failure is string failure)
        {
            Failed++;
            if (_failures.Count < MostFailuresShown)
            {
                _failures.Add($"{golden.Id}: {failure}");
            }
        }
        else
        {
            Passed++;
        }
    }
}
