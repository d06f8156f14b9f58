using System.CommandLine;
using System.Text.Json;
using Lossary.Data;
using Lossary.Studies;

namespace Lossary.Cli;

/// <summary><c>lossary recommend</c>: which loss to train with, from the data alone, and why.</summary>
internal static class RecommendCommand
{
    public static Command Build(Shell shell)
    {
        RecommendOptions options = new();
        Command command = new(
            "recommend", "Say which loss to train with on your data, why, and what it means; nothing is trained.");
        options.AddTo(command);
        HelpWithExamples.Add(
            command,
            "lossary recommend sample:ames",
            "lossary recommend sales.csv --target demand --costs 3,1",
            "lossary recommend patients.csv --target relapse --calibrated --explain",
            "lossary recommend claims.csv --target amount --quantiles 0.5,0.95 --json",
            "lossary recommend trial.csv --target days --censored died",
            "lossary recommend search.csv --target grade --query session",
            "lossary recommend triage.csv --target urgency --costs costs.csv",
            "lossary recommend sensors.csv --target load --noise 0.15 --threshold outlier-share=0.02");
        command.SetAction(parsed => Run(shell, options.Read(parsed)));
        return command;
    }

    private static int Run(Shell shell, RecommendRequest request)
    {
        Table table = DataSource.Read(request.Data, () => shell.In);
        Target target = Target.Read(table, TargetColumn.Of(request.Target, request.Data, table), request.TargetOptions);
        if (request.Needs.Metric is { } metric && !metric.Tasks.Contains(target.Task))
        {
            string known = string.Join(", ", Training.MetricCatalogue.For(target.Task).Select(m => m.Key));
            throw new UsageException(
                $"{metric.Key} does not judge a {TaskNames.NameOf(target.Task)} target; these do: {known}.");
        }

        DataProfile profile = Profiler.Profile(table, target);
        Advice advice = Advisor.Advise(profile, request.Needs, request.Thresholds);
        double[]? costs = request is { IsJson: true, IsTimed: false }
            ? null
            :
            [
                .. advice.Candidates.Select(objective =>
                    StepCost.NanosecondsPerRow(objective.Loss, target.ClassNames.Count)),
            ];
        if (request.IsJson)
        {
            AdviceDescription document = AdviceDescription.Of(advice, request, costs);
            shell.Out.WriteLine(JsonSerializer.Serialize(document, JsonContext.Default.AdviceDescription));
            return ExitCode.Done;
        }

        AdvicePage.Print(shell, advice, request, costs ?? []);
        if (request.IsExplained)
        {
            RuleTable.Print(shell, advice);
        }

        return ExitCode.Done;
    }
}
