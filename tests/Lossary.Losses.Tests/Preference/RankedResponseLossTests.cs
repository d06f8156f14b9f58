using Lossary.Tensors;

namespace Lossary.Losses.Tests;

public sealed class RankedResponseLossTests() : ArrayLaws<RankedResponseLoss>
{
    [Fact]
    public void Worse_answers_that_are_likelier_pay_and_the_best_is_learned()
    {
        LossInputs<double> inputs = new()
        {
            ["log-probability"] = Numbers(new Shape(1, 3), -1, -3, -2),
            ["reward"] = Numbers(new Shape(1, 3), 0, 5, 1),
        };
        Assert.Equal(2 + 1 + 1 + 3, ValueOf(inputs), 14);
    }
}
