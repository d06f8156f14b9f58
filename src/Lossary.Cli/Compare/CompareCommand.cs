using System.CommandLine;
using System.Text.Json;
using Lossary.Data;
using Lossary.Studies;

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
            "lossary compare sample:ames --quick",
            "lossary compare houses.csv --target price --losses squared,absolute,huber:delta=0.5",
            "lossary compare patients.csv --target relapse --positive yes --metric pr-auc --json",
            "lossary compare sales.csv --target demand --quantiles 0.1,0.5,0.9",
            "lossary compare trial.csv --target days --censored died",
            "lossary compare search.csv --target grade --query session",
            "lossary compare triage.csv --target urgency --costs costs.csv",
            "lossary compare survey.csv --target income --weights household_weight",
            "lossary compare sales.csv --target demand --losses huber --fail-if-worse-than squared",
            "lossary compare sample:diabetes sample:concrete houses.csv:price --losses "
                + "squared,absolute,huber:delta=0.5",
            "lossary compare --resume runs/houses-1",
            "cat table.csv | lossary compare - --target y --folds 10 --repeats 1");
        command.SetAction((parsed, cancellation) => Task.FromResult(Run(shell, options.Read(parsed), cancellation)));
        return command;
    }

    private static int Run(Shell shell, CompareRequest request, CancellationToken cancellation)
    {
        if (request.DataSets.Count > 1)
        {
            return SeveralCommand.Run(shell, request, cancellation);
        }

        ComparisonPlan plan = ComparisonPlan.Of(request, shell);
        RunDirectory? directory = request.Resumed
            ?? (request.IsKept ? RunDirectory.Create(request.Out, request.Data) : null);
        RunDescription run = RunDescription.Of(plan, request);
        using KeptTrainings? trainings = directory?.Begin(run);
        if (Train(shell, request, plan, directory, trainings, cancellation) is not ComparisonResult result)
        {
            return ExitCode.Interrupted;
        }

        BaselineCheck? check = request.Baseline is null ? null : BaselineCheck.Of(result, request.Baseline, plan.Named);
        bool isKept = directory is null || TryKeep(shell, directory, result, check, run);
        string? kept = isKept ? directory?.Path : null;
        if (request.IsJson)
        {
            ComparisonDescription description = ComparisonDescription.Of(result, check, kept);
            shell.Out.WriteLine(JsonSerializer.Serialize(description, JsonContext.Default.ComparisonDescription));
        }
        else
        {
            ComparisonTables.Print(shell, result, kept);
            if (check is not null)
            {
                shell.Print();
                shell.Print(CheckSentence.Of(result, check));
            }
        }

        return !isKept ? ExitCode.Failed
            : result.Verdict.Kind == VerdictKind.NothingToJudge ? ExitCode.NothingToJudge
            : check is { IsWorse: true } ? ExitCode.CheckNotMet
            : ExitCode.Done;
    }

    /// <summary>Null where it was interrupted: what is done is kept then, and the way to go on is told.</summary>
    private static ComparisonResult? Train(
        Shell shell, CompareRequest request, ComparisonPlan plan, RunDirectory? directory, KeptTrainings? trainings,
        CancellationToken cancellation)
    {
        Target target = plan.Target;
        ProgressLine progress = new(shell, request.IsQuiet);
        progress.Begin($"{plan.Table.Name}: {target.Count} rows, {TaskNames.NameOf(target.Task)} ({target.Reason})");
        try
        {
            ComparisonResult result = plan.Comparison.Run(progress.Report, trainings, cancellation);
            result = request.IsStressed ? StressStep.Run(shell, request, result, cancellation) : result;
            return result with
            {
                Advice = plan.Advice,
                Findings =
                [
                    .. result.Findings.Concat(plan.Advice.Profile.Findings).DistinctBy(finding => finding.ToString()),
                ],
            };
        }
        catch (OperationCanceledException) when (directory is not null && trainings is { Count: > 0 })
        {
            progress.End();
            string done = trainings.Count == 1 ? "1 training is" : $"{trainings.Count} trainings are";
            shell.Error.WriteLine(shell.Spell(
                $"lossary: Interrupted. {done} kept; go on with: lossary compare --resume "
                + $"{RunDescription.Quoted(directory.Path)}"));
            return null;
        }
        catch (Exception)
        {
            if (trainings is not { Count: > 0 })
            {
                trainings?.Dispose();
                directory?.Abandon();
            }

            throw;
        }
        finally
        {
            progress.End();
        }
    }

    /// <summary>A full disk must not cost the user the answer.</summary>
    private static bool TryKeep(
        Shell shell, RunDirectory directory, ComparisonResult result, BaselineCheck? check, RunDescription run)
    {
        try
        {
            directory.Write(result, ComparisonDescription.Of(result, check, directory.Path), run);
            return true;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            shell.Error.WriteLine(shell.Spell($"lossary: The run cannot be kept in {directory.Path}: {error.Message}"));
            return false;
        }
    }
}
