using System.Text.Json;
using Lossary.Data;
using Lossary.Studies;
using Lossary.Training;

namespace Lossary.Cli;

/// <summary><c>lossary compare A B …</c>: which loss is best over several data sets.</summary>
internal static class SeveralCommand
{
    public static int Run(Shell shell, CompareRequest request, CancellationToken cancellation)
    {
        if (request.Baseline is not null)
        {
            throw new UsageException("--fail-if-worse-than takes one data set.");
        }

        (Table Table, Target Target)[] sets = [.. request.DataSets.Select(data => Read(shell, request, data))];
        CheckTasks(sets);
        Comparison[] comparisons = Prepare(request, sets);
        RunDirectory? run = request.IsKept ? RunDirectory.Create(request.Out, "several") : null;
        List<ComparisonResult> results = [];
        try
        {
            for (int i = 0; i < sets.Length; i++)
            {
                results.Add(Train(shell, request, sets[i], comparisons[i], cancellation));
            }
        }
        catch (Exception)
        {
            run?.Abandon();
            throw;
        }

        SeveralComparisons several = SeveralComparisons.Of(results);
        bool isKept = run is null || TryKeep(shell, run, several, request);
        string? kept = isKept ? run?.Path : null;
        if (request.IsJson)
        {
            shell.Out.WriteLine(JsonSerializer.Serialize(
                SeveralDescription.Of(several, kept), JsonContext.Default.SeveralDescription));
        }
        else
        {
            SeveralTables.Print(shell, several, kept);
        }

        return isKept ? ExitCode.Done : ExitCode.Failed;
    }

    private static ComparisonResult Train(
        Shell shell,
        CompareRequest request,
        (Table Table, Target Target) set,
        Comparison comparison,
        CancellationToken cancellation)
    {
        ProgressLine progress = new(shell, request.IsQuiet);
        progress.Begin(
            $"{set.Table.Name}: {set.Target.Count} rows, {TaskNames.NameOf(set.Target.Task)} ({set.Target.Reason})");
        try
        {
            ComparisonResult result = comparison.Run(progress.Report, cancellation: cancellation);
            return request.IsStressed ? StressStep.Run(shell, request, result, cancellation) : result;
        }
        finally
        {
            progress.End();
        }
    }

    private static (Table Table, Target Target) Read(Shell shell, CompareRequest request, DataName data)
    {
        Table table = DataSource.Read(data.Data, () => shell.In);
        string column = data.Target
            ?? (DataSource.TryFindSample(data.Data, out SampleSet? sample) ? sample.Target : request.Target)
            ?? throw new UsageException(
                $"{table.Name} needs a column to predict: write {data.Data}:COLUMN, or --target COLUMN for all files.");
        return (table, Target.Read(table, column, request.TargetOptions));
    }

    private static void CheckTasks((Table Table, Target Target)[] sets)
    {
        (Table table, Target target) = sets[0];
        foreach ((Table other, Target of) in sets)
        {
            if (of.Task != target.Task)
            {
                throw new UsageException(
                    $"Ranks need one task, but {table.Name} is {TaskNames.NameOf(target.Task)} and {other.Name} is "
                    + $"{TaskNames.NameOf(of.Task)}; --task TASK reads all the same way.");
            }
        }

        string[] twice =
        [
            .. sets.GroupBy(set => (set.Table.Hash, set.Target.Name)).Where(same => same.Count() > 1)
                .Select(same => same.First().Table.Name),
        ];
        if (twice.Length > 0)
        {
            throw new UsageException($"{twice[0]} is named twice with the same target; a data set counts once.");
        }
    }

    /// <summary>What was asked for may not fit every data set; that is said before anything is trained.</summary>
    private static Comparison[] Prepare(CompareRequest request, (Table Table, Target Target)[] sets)
    {
        try
        {
            IReadOnlyList<Objective> objectives = request.Losses is null
                ? Common(sets, request.Needs.Quantiles.Count > 0)
                : Objective.ParseAll(request.Losses);
            if (objectives.Count < 2)
            {
                throw new UsageException("Ranks need at least 2 losses; name them by --losses.");
            }

            bool areQuantiles = request.Needs.Quantiles.Count > 0;
            Metric metric = request.Needs.Metric
                ?? (areQuantiles ? MetricCatalogue.Find("quantile-score") : MetricCatalogue.DefaultFor(
                    sets[0].Target.Task));
            ComparisonOptions options = request.Options with { Quantiles = request.Needs.Quantiles };
            return [.. sets.Select(set => new Comparison(
                set.Table, set.Target, objectives, metric, options.With(request.Needs.For(set.Target), set.Target)))];
        }
        catch (ArgumentException error)
        {
            throw new UsageException(UsageException.WithoutParameterName(error));
        }
    }

    /// <summary>The defaults of the task that no data set rules out.</summary>
    private static IReadOnlyList<Objective> Common((Table Table, Target Target)[] sets, bool areQuantiles)
    {
        IReadOnlyList<Objective> Of(Target target) =>
            areQuantiles ? Candidates.ForQuantiles(target) : Candidates.DefaultsFor(target);
        return
        [
            .. Of(sets[0].Target).Where(one => Array.TrueForAll(
                sets, set => Of(set.Target).Any(other => other.Name == one.Name))),
        ];
    }

    private static bool TryKeep(Shell shell, RunDirectory run, SeveralComparisons several, CompareRequest request)
    {
        try
        {
            SeveralRun description = SeveralRun.Of(several, request);
            run.Write(SeveralReport.Of(several, description), description, SeveralDescription.Of(several, run.Path));
            return true;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            shell.Error.WriteLine(shell.Spell($"lossary: The run cannot be kept in {run.Path}: {error.Message}"));
            return false;
        }
    }
}
