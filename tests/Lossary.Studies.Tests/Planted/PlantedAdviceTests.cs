using Lossary.Data;

namespace Lossary.Studies.Tests;

/// <summary>Advice against what theory says, on data where it is known.</summary>
public sealed class PlantedAdviceTests
{
    private const int Seeds = 20;
    private const int Least = 19;

    public static TheoryData<string> Names => [.. PlantedTruths.All.Select(truth => truth.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Nineteen_times_of_twenty_a_right_loss_is_named_first(string name)
    {
        PlantedTruth truth = PlantedTruths.Find(name);
        Suggestion[] named = new Suggestion[Seeds];
        Parallel.For(0, Seeds, i =>
        {
            Table table = truth.Make(i + 1);
            DataProfile profile = Profiler.Profile(table, truth.TargetOf(table), new() { Threads = 1 });
            named[i] = Advisor.Advise(profile, truth.Needs).Recommended;
        });
        string[] wrong =
        [
            .. named.Index()
                .Where(at => !truth.IsRecommended(at.Item.Objective))
                .Select(at => $"seed {at.Index + 1}: {at.Item.Objective} by {at.Item.RuleId}"),
        ];
        Assert.True(Seeds - wrong.Length >= Least, string.Join('\n', wrong));
    }
}
