namespace Lossary.Losses.Tests;

public sealed class FreeMatchLossTests() : ArrayLaws<FreeMatchLoss>(0.3)
{
    [Fact]
    public void Thresholds_are_of_each_class_and_used_classes_are_compared_over_their_histograms()
    {
        // By equations 6 to 12 of the paper. Thresholds are 0.8 and 0.8 · 0.4/0.6 = 0.533: of the weak answers 0.6 of
        // class 1, 0.9 and 0.9 of class 0 are believed, 0.7 of class 0 is not.
        LossInputs<double> inputs = new()
        {
            ["strong"] = TestInputs.Variable([4, 2], 0, Math.Log(3), Math.Log(3), 0, Math.Log(4), 0, 0, 5),
            ["weak"] = TestInputs.Constant([4, 2], 0, Math.Log(1.5), Math.Log(9), 0, Math.Log(9), 0, Math.Log(7), Math.Log(3)),
            ["sureness"] = TestInputs.Constant([1], 0.8),
            ["usual"] = TestInputs.Constant([2], 0.6, 0.4),
            ["histogram"] = TestInputs.Constant([2], 0.75, 0.25),
        };

        // u ∝ (0.6/0.75, 0.4/0.25) = (1, 2)/3; strong answers sum to (1/4 + 3/4 + 4/5, 3/4 + 1/4 + 1/5) = (1.8, 1.2) and
        // are of class 0 twice and 1 once: v ∝ (0.9, 1.2) = (3, 4)/7.
        double unfairness = (Math.Log(3.0 / 7) + (2 * Math.Log(4.0 / 7))) / 3;
        double entropy = ((2 * Math.Log(4.0 / 3)) + Math.Log(5.0 / 4)) / 4;
        Assert.Equal(entropy + (0.3 * unfairness), ValueOf(inputs), 11);
        Assert.Equal(entropy, new FreeMatchLoss(0).Evaluate(inputs).Mean, 14);
        Assert.Equal([0, 0], inputs["strong"].Gradient[6..].ToArray());
    }

    [Fact]
    public void Nothing_believed_costs_nothing()
    {
        LossInputs<double> inputs = new()
        {
            ["strong"] = TestInputs.Variable([1, 2], 1, 2),
            ["weak"] = TestInputs.Constant([1, 2], 0, 0),
            ["sureness"] = TestInputs.Constant([1], 0.9),
            ["usual"] = TestInputs.Constant([2], 0.5, 0.5),
            ["histogram"] = TestInputs.Constant([2], 1, 0),
        };
        Assert.Equal(0, ValueOf(inputs));
        Assert.Equal([0, 0], inputs["strong"].Gradient.ToArray());
    }

    [Fact]
    public void A_class_that_is_nobodys_answer_leaves_the_loss_finite()
    {
        // u = v = (1, 0): all weight on class 0, whose share is 1.
        LossInputs<double> inputs = new()
        {
            ["strong"] = TestInputs.Variable([1, 2], Math.Log(3), 0),
            ["weak"] = TestInputs.Constant([1, 2], 9, 0),
            ["sureness"] = TestInputs.Constant([1], 0.5),
            ["usual"] = TestInputs.Constant([2], 0.5, 0.5),
            ["histogram"] = TestInputs.Constant([2], 1, 0),
        };
        Assert.Equal(Math.Log(4.0 / 3), ValueOf(inputs), 11);
    }
}
