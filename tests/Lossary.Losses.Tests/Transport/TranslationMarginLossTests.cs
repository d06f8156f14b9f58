namespace Lossary.Losses.Tests;

public sealed class TranslationMarginLossTests() : ArrayLaws<TranslationMarginLoss>
{
    [Fact]
    public void Lengths_of_1_and_half_by_hand()
    {
        LossInputs<double> inputs = new()
        {
            ["head"] = TestInputs.Variable([1, 1], 1),
            ["relation"] = TestInputs.Variable([1, 1], 2),
            ["tail"] = TestInputs.Variable([1, 1], 4),
            ["other-head"] = TestInputs.Variable([1, 1], 1),
            ["other-tail"] = TestInputs.Variable([1, 1], 2.5),
        };
        Assert.Equal(1 + 1 - 0.5, ValueOf(inputs), 14);
    }
}
