using Lossary.Losses;

namespace Lossary.Studies.Tests;

public sealed class MeaningTests
{
    [Theory]
    [InlineData("absolute", "Train with absolute error and you predict the median.")]
    [InlineData("squared", "Train with squared error and you predict the mean.")]
    [InlineData("quantile:level=0.9", "Train with quantile and you predict the 90 % quantile.")]
    [InlineData("poisson", "Train with Poisson and you predict the mean, which stays positive: effects multiply.")]
    [InlineData("binary-cross-entropy", "Train with binary cross entropy and you predict the probability of the positive class.")]
    [InlineData("hinge", "Train with hinge and you predict a class by the sign or order of scores; they are no probabilities.")]
    public void A_loss_means_what_its_properties_say(string loss, string meaning) =>
        Assert.Equal(meaning, Meaning.Of(Objective.Parse(loss)));

    [Fact]
    public void Every_loss_that_can_be_trained_for_a_task_has_a_meaning() =>
        Assert.All(
            LossCatalogue.All.Where(entry => entry.Card.Tasks != LossTask.None),
            entry => Assert.EndsWith(".", Meaning.Of(new Objective(entry.Create())), StringComparison.Ordinal));
}
