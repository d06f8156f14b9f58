namespace Lossary.Losses.Tests;

public sealed class GramStyleLossTests() : ArrayLaws<GramStyleLoss>
{
    [Fact]
    public void Places_may_be_shuffled_and_counts_differ()
    {
        LossInputs<double> inputs = new()
        {
            ["prediction"] = TestInputs.Variable([1, 2, 2], 1, 2, 3, 4),
            ["target"] = TestInputs.Constant([1, 4, 2], 3, 4, 1, 2, 3, 4, 1, 2),
        };
        Assert.Equal(0, ValueOf(inputs), 14);
    }

    [Fact]
    public void One_feature_by_hand()
    {
        // Mean squares 5 and 9.
        LossInputs<double> inputs = new()
        {
            ["prediction"] = TestInputs.Variable([1, 2, 1], 1, 3),
            ["target"] = TestInputs.Constant([1, 1, 1], 3),
        };
        Assert.Equal(16, ValueOf(inputs), 14);
    }
}
