namespace Lossary.Losses.Tests;

public sealed class SoftMatchLossTests() : ArrayLaws<SoftMatchLoss>(1.5)
{
    [Fact]
    public void An_answer_less_sure_than_usual_counts_by_the_bell()
    {
        // Shares ¾ and ½ where ¾ − ⅛ is usual with a variance of 1/64: 1, and e^(−4 (1/8)² · 64/2) = e^(−2).
        LossInputs<double> inputs = new()
        {
            ["strong"] = TestInputs.Variable([2, 2], 0, Math.Log(4), 0, 0),
            ["weak"] = TestInputs.Constant([2, 2], Math.Log(3), 0, 0, 0),
            ["mean"] = TestInputs.Constant([1], 0.625),
            ["variance"] = TestInputs.Constant([1], 1 / 64.0),
        };
        SoftMatchLoss loss = new(2);
        Assert.Equal((Math.Log(5) + (Math.Exp(-2) * Math.Log(2))) / 2, loss.Evaluate(inputs).Mean, 14);
    }
}
