using Lossary.Studies;

namespace Lossary.Cli.Tests;

public sealed class LossLabelTests
{
    [Theory]
    [InlineData("squared", "Squared error")]
    [InlineData("huber:delta=0.5", "Huber (delta=0.5)")]
    [InlineData("huber:delta=tuned", "Huber (delta tuned)")]
    [InlineData("cross-entropy+class-balanced:beta=tuned", "Cross entropy, class-balanced (beta tuned)")]
    [InlineData("focal:gamma=tuned+class-balanced", "Focal cross entropy (gamma tuned), class-balanced")]
    public void An_objective_is_named_with_its_parameters(string objective, string label) =>
        Assert.Equal(label, LossLabel.Of(Objective.Parse(objective)));

    [Theory]
    [InlineData("huber:delta=tuned", "huber:delta=0.1", "delta=0.1")]
    [InlineData("huber:delta=tuned", "huber", "delta=1")]
    [InlineData("cross-entropy+class-balanced:beta=tuned", "cross-entropy+class-balanced:beta=0.9", "beta=0.9")]
    [InlineData("cross-entropy+class-balanced:beta=tuned", "cross-entropy+class-balanced", "beta=0.999")]
    [InlineData("barron:alpha=0,c=tuned", "barron:alpha=0,c=0.2", "c=0.2")]
    [InlineData("squared", "squared", "squared")]
    public void What_tuning_chose_is_told_at_its_default_too(string objective, string variant, string chosen) =>
        Assert.Equal(chosen, LossLabel.Chosen(Objective.Parse(objective), variant));
}
