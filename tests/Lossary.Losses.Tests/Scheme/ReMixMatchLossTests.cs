namespace Lossary.Losses.Tests;

public sealed class ReMixMatchLossTests() : ArrayLaws<ReMixMatchLoss>(3, 0.7, 0.4)
{
    [Fact]
    public void Four_cross_entropies_weigh_as_the_paper_says()
    {
        // By algorithm 1 of the paper: p = (1/4, 3/4), (1/2, 1/2) and (1/5, 4/5) mixed, (2/3, 1/3) strong, 1/4 for each turn.
        LossInputs<double> inputs = new()
        {
            ["labelled"] = TestInputs.Variable([1, 2], 0, Math.Log(3)),
            ["shares"] = TestInputs.Constant([1, 2], 0.6, 0.4),
            ["unlabelled"] = TestInputs.Variable([1, 2, 2], 1, 1, 0, Math.Log(4)),
            ["guesses"] = TestInputs.Constant([1, 2, 2], 0.9, 0.1, 0.2, 0.8),
            ["strong"] = TestInputs.Variable([1, 2], Math.Log(2), 0),
            ["anchors"] = TestInputs.Constant([1, 2], 0.8, 0.2),
            ["turned"] = TestInputs.Variable([1, 4], 2, 2, 2, 2),
            ["turns"] = TestInputs.Constant([1], 3),
        };
        double labelled = -(0.6 * Math.Log(0.25)) - (0.4 * Math.Log(0.75));
        double mixed = (Math.Log(2) - (0.2 * Math.Log(0.2)) - (0.8 * Math.Log(0.8))) / 2;
        double strong = -(0.8 * Math.Log(2.0 / 3)) - (0.2 * Math.Log(1.0 / 3));
        Assert.Equal(labelled + (3 * mixed) + (0.7 * strong) + (0.4 * Math.Log(4)), ValueOf(inputs), 14);
    }
}
