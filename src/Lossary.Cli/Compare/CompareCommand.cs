using System.CommandLine;
using System.Text.Json;
using Lossary.Data;
using Lossary.Studies;
using Lossary.Training;

namespace Lossary.Cli;

/// <summary><c>lossary compare</c>: which loss to train with on a table of data.</summary>
internal static class CompareCommand
{
    public static Command Build(Shell shell)
    {
        CompareOptions options = new();
        Command command = new(
            "compare", "Train the same network with each loss on your data, and say which loss wins.");
        options.AddTo(command);
        HelpWithExamples.Add(
            command,
            "lossary compare sample:ames",
            "lossary compare houses.csv --target price --losses squared,absolute,huber:delta=0.5",
            "lossary compare patients.csv --target relapse --positive yes --metric pr-auc --json",
            "cat table.csv | lossary compare - --target y --folds 10 --repeats 1");
        command.SetAction((parsed, cancellation) => Task.FromResult(Run(shell, options.Read(parsed), cancellation)));
        return command;
    }

    private static int Run(Shell shell, CompareRequest request, CancellationToken cancellation)
    {
        Table table = DataSource.Read(request.Data, () => shell.In);
        Target target = Target.Read(table, TargetColumn(request, table), new TargetOptions
        {
            Task = TaskOption.Parse(request.Task),
            Positive = request.Positive,
        });
        Comparison comparison = Prepare(request, table, target);
        RunDirectory? run = request.IsKept ? RunDirectory.Create(request.Out, request.Data) : null;
        ProgressLine progress = new(shell, request.IsQuiet);
        progress.Begin($"{table.Name}: {target.Count} rows, {TaskNames.NameOf(target.Task)} ({target.Reason})");
        ComparisonResult result;
        try
        {
            result = comparison.Run(progress.Report, cancellation: cancellation);
            result = request.IsStressed ? StressStep.Run(shell, request, result, cancellation) : result;
        }
        catch (Exception)
        {
            run?.Abandon();
            throw;
        }
        finally
        {
            progress.End();
        }

        bool isKept = run is null || TryKeep(shell, run, result, request);
        string? kept = isKept ? run?.Path : null;
        if (request.IsJson)
        {
            ComparisonDescription description = ComparisonDescription.Of(result, kept);
            shell.Out.WriteLine(JsonSerializer.Serialize(description, JsonContext.Default.ComparisonDescription));
        }
        else
        {
            ComparisonTables.Print(shell, result, kept);
        }

        if (!isKept)
        {
            return ExitCode.Failed;
        }

        return result.Verdict.Kind == VerdictKind.NothingToJudge ? ExitCode.NothingToJudge : ExitCode.Done;
    }

    /// <summary>A full disk must not cost the user the answer.</summary>
    private static bool TryKeep(Shell shell, RunDirectory run, ComparisonResult result, CompareRequest request)
    {
        try
        {
            run.Write(result, ComparisonDescription.Of(result, run.Path), request);
            return true;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            shell.Error.WriteLine(shell.Spell($"lossary: The run cannot be kept in {run.Path}: {error.Message}"));
            return false;
        }
    }

    private static string TargetColumn(CompareRequest request, Table table)
    {
        if (request.Target is string column)
        {
            return column;
        }

        return DataSource.TryFindSample(request.Data, out SampleSet? sample)
            ? sample.Target
            : throw new UsageException(
                "--target COLUMN is missing. "
                + $"{table.Name} has the columns {Listed(table.Columns.Select(c => c.Name))}.");
    }

    private static string Listed(IEnumerable<string> names)
    {
        const int Most = 20;
        string[] all = [.. names];
        return string.Join(", ", all.Take(Most)) + (all.Length > Most ? $" and {all.Length - Most} more" : "");
    }

    /// <summary>What the user asked for may not exist or not fit; that is said before anything is trained.</summary>
    private static Comparison Prepare(CompareRequest request, Table table, Target target)
    {
        try
        {
            IReadOnlyList<Objective> objectives = request.Losses is null
                ? Candidates.DefaultsFor(target)
                : Objective.ParseAll(request.Losses);
            Metric metric = request.Metric is null
                ? MetricCatalogue.DefaultFor(target.Task)
                : MetricCatalogue.Find(request.Metric);
            return new(table, target, objectives, metric, request.Options);
        }
        catch (ArgumentException error)
        {
            throw new UsageException(UsageException.WithoutParameterName(error));
        }
    }
}
