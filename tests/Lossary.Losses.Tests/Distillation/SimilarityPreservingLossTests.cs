namespace Lossary.Losses.Tests;

public sealed class SimilarityPreservingLossTests() : ArrayLaws<SimilarityPreservingLoss>
{
    [Fact]
    public void Two_samples_by_hand()
    {
        // Rows (1, 0) and (0, 1) against (1, 1) over the root of 2.
        LossInputs<double> inputs = new()
        {
            ["student"] = TestInputs.Variable([2, 2], 2, 0, 0, 5),
            ["teacher"] = TestInputs.Constant([2, 1], 1, 1),
        };
        double root = Math.Sqrt(0.5);
        Assert.Equal(((1 - root) * (1 - root) * 0.5) + (0.5 * 0.5), ValueOf(inputs), 14);
    }
}
