using Lossary.Data;
using Lossary.Losses;

namespace Lossary.Studies.Tests;

public sealed class MeaningTests
{
    [Theory]
    [InlineData("absolute", TaskKind.Regression, "Train with absolute error and you predict the median.")]
    [InlineData("squared", TaskKind.Regression, "Train with squared error and you predict the mean.")]
    [InlineData("quantile:level=0.9", TaskKind.Regression, "Train with quantile and you predict the 90 % quantile.")]
    [InlineData("poisson", TaskKind.Counts, "Train with Poisson and you predict the mean, which stays positive: effects multiply.")]
    [InlineData("binary-cross-entropy", TaskKind.Binary, "Train with binary cross entropy and you predict the probability of the positive class.")]
    [InlineData("binary-cross-entropy", TaskKind.Regression, "Train with binary cross entropy and you predict the mean, which stays within 0 and 1.")]
    [InlineData("hinge", TaskKind.Binary, "Train with hinge and you predict a class by the sign or order of scores; they are no probabilities.")]
    public void A_loss_means_what_its_properties_say(string loss, TaskKind task, string meaning) =>
        Assert.Equal(meaning, Meaning.Of(Objective.Parse(loss), task));

    [Fact]
    public void What_is_made_of_class_counts_moves_probabilities()
    {
        string meaning = Meaning.Of(Objective.Parse("cross-entropy+logit-adjusted"), TaskKind.MultiClass);
        Assert.Contains("not the data's", meaning, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_loss_that_can_be_trained_for_a_task_has_a_meaning() =>
        Assert.All(
            LossCatalogue.All.Where(entry => entry.Card.Tasks != LossTask.None),
            entry => Assert.EndsWith(".", Meaning.Of(new Objective(entry.Create()), TaskKind.Binary), StringComparison.Ordinal));
}
