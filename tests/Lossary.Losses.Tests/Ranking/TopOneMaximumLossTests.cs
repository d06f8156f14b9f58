namespace Lossary.Losses.Tests;

public sealed class TopOneMaximumLossTests() : ArrayLaws<TopOneMaximumLoss>
{
    [Fact]
    public void The_highest_of_the_drawn_items_counts_most()
    {
        // Shares 1/4 and 3/4 of scores 0 and ln 3, against ln 3 itself: (1/4 + 1/2)/4 + 3/4 (1/2 + σ(ln² 3)).
        LossInputs<double> inputs = new()
        {
            ["positive"] = TestInputs.Variable([1], Math.Log(3)),
            ["negatives"] = TestInputs.Variable([1, 2], 0, Math.Log(3)),
        };
        double size = 1 / (1 + Math.Exp(-Math.Log(3) * Math.Log(3)));
        Assert.Equal((0.25 * (0.25 + 0.5)) + (0.75 * (0.5 + size)), ValueOf(inputs), 14);
    }
}
