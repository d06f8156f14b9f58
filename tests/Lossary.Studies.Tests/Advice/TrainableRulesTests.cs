using Lossary.Data;
using Lossary.Training;

namespace Lossary.Studies.Tests;

public sealed class TrainableRulesTests
{
    [Theory]
    [InlineData(TaskKind.Regression)]
    [InlineData(TaskKind.Counts)]
    [InlineData(TaskKind.Binary)]
    [InlineData(TaskKind.MultiClass)]
    public void Every_objective_that_the_rules_of_a_task_name_can_be_trained(TaskKind task)
    {
        (Table table, Target target) = Profiles.TargetOf(task);
        DataProfile profile = Profiles.Of((table, target), "rows=40 noise-scale=3 nb2-alpha=0.5 smallest-share=0.25 taylor-slope=1.4");
        Needs needs = new()
        {
            Quantiles = [0.2],
            Costs = new(3, 1),
            NoiseShare = 0.1,
            ClassCosts = Tables.OfClasses("abc", "0 1 9;1 0 1;1 1 0", ClassTable.ReadCosts),
        };
        AdviceCase at = AdviceCase.Of(profile, needs, Thresholds.Default);
        Objective[] objectives =
        [
            .. DecisionTable.Rules
                .Where(rule => rule.Tasks.Contains(task) && rule.Id is not ("proportions" or "graded-queries" or "censored-times" or "censored"))
                .SelectMany(rule => (Recipe[])[.. rule.Alternatives, .. rule.Recommend is null ? (Recipe[])[] : [rule.Recommend]])
                .SelectMany(recipe => recipe.For(at)).Select(prepared => prepared.ObjectiveInComparison)
                .DistinctBy(objective => objective.Name)
                .Where(objective => objective.Loss.Card.Key != "tobit"),
        ];
        ComparisonOptions options = new()
        {
            Folds = 2,
            Repeats = 1,
            Epochs = 2,
            Patience = 2,
            TuningEpochs = 1,
            LearningRates = [0.01],
            Hidden = [4],
            Threads = 1,
        };
        ComparisonResult result = new Comparison(table, target, objectives, MetricCatalogue.DefaultFor(task), options.With(needs, target)).Run();
        Assert.InRange(objectives.Length, 4, 40);
        Assert.All(result.Outcomes, outcome => Assert.Null(outcome.Failure));
    }
}
