namespace Lossary.Losses.Tests;

public sealed class CoMatchLossTests() : ArrayLaws<CoMatchLoss>(0.8, 0.3, 0.9, 0.5, 0.7)
{
    [Fact]
    public void Guesses_are_smoothed_by_like_samples_of_the_memory()
    {
        LossInputs<double> inputs = Inputs();

        // By equations 4 and 5 of the paper, at t = 1. The memory: one in the direction of the first weak sample that is
        // of class 1, one in that of the second that is of class 0.
        double likeness = Math.E / (Math.E + 1);
        double first = (0.9 * 0.75) + (0.1 * (1 - likeness)), second = (0.9 * 0.25) + (0.1 * likeness);
        double believed = -((first * Math.Log(0.2)) + (second * Math.Log(0.8)));
        Assert.Equal(1, first + second, 14);
        Assert.Equal(believed / 2, new CoMatchLoss(0.7, 1, 0.9, 1, 0).Evaluate(inputs).Mean, 14);
        Assert.Equal(0, new CoMatchLoss(0.71, 1, 0.9, 1, 0).Evaluate(inputs).Mean);
    }

    [Fact]
    public void Views_of_samples_with_like_guesses_belong_together()
    {
        LossInputs<double> inputs = Inputs();
        inputs["memory"] = TestInputs.Constant([0, 2]);
        inputs["answers"] = TestInputs.Constant([0, 2]);

        // By equations 6 to 9, at t = 1: guesses (3/4, 1/4) and (1/2, 1/2) have a product of 1/2. The first view of the
        // first sample lies where both second views do; that of the second sample at right angles to both.
        double together = Math.Log(2);
        Assert.Equal(together, new CoMatchLoss(1, 0.5, 0.9, 1, 1).Evaluate(inputs).Mean, 14);

        // With the second view of the second sample opposite, cosines of the first view are 1 and −1, of the other 0.
        inputs["second"] = TestInputs.Variable([2, 2], 2, 0, -1, 0);
        double sum = Math.E + (1 / Math.E);
        double both = -((Math.Log(Math.E / sum) + (0.5 * Math.Log(1 / Math.E / sum))) / 1.5);
        Assert.Equal((both + together) / 2, new CoMatchLoss(1, 0.5, 0.9, 1, 1).Evaluate(inputs).Mean, 14);
        double alone = -Math.Log(Math.E / sum);
        Assert.Equal((alone + together) / 2, new CoMatchLoss(1, 0.51, 0.9, 1, 1).Evaluate(inputs).Mean, 14);
    }

    [Fact]
    public void Alike_at_1_is_the_contrast_of_views_of_which_others_are_strangers()
    {
        LossInputs<double> inputs = Inputs();
        LossInputs<double> views = new()
        {
            ["query"] = inputs["first"],
            ["key"] = inputs["second"],
        };
        double expected = new InfoNceLoss(0.3).Evaluate(views).Mean;
        Assert.Equal(expected, new CoMatchLoss(1, 1, 0.9, 0.3, 1).Evaluate(inputs).Mean, 14);
    }

    private static LossInputs<double> Inputs() => new()
    {
        ["strong"] = TestInputs.Variable([2, 2], 0, Math.Log(4), 0, 0),
        ["guess"] = TestInputs.Constant([2, 2], 0.75, 0.25, 0.5, 0.5),
        ["first"] = TestInputs.Variable([2, 2], 1, 0, 0, 1),
        ["second"] = TestInputs.Variable([2, 2], 2, 0, 1, 0),
        ["weak"] = TestInputs.Constant([2, 2], 1, 0, 0, 1),
        ["memory"] = TestInputs.Constant([2, 2], 3, 0, 0, 2),
        ["answers"] = TestInputs.Constant([2, 2], 0, 1, 1, 0),
    };
}
