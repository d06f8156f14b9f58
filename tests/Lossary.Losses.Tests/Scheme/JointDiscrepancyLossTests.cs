using Lossary.Tensors;

namespace Lossary.Losses.Tests;

public sealed class JointDiscrepancyLossTests() : ArrayLaws<JointDiscrepancyLoss>
{
    [Fact]
    public void One_sample_each_differs_by_the_product_of_the_kernels()
    {
        LossInputs<double> inputs = new()
        {
            ["source"] = Numbers(new Shape(1, 1), 0),
            ["source-answer"] = Numbers(new Shape(1, 1), 1),
            ["other"] = Numbers(new Shape(1, 1), 2),
            ["other-answer"] = Numbers(new Shape(1, 1), 0),
        };
        double expected = 2 - (2 * Math.Exp(-2) * Math.Exp(-0.5 / 0.25));
        Assert.Equal(expected, new JointDiscrepancyLoss(1, 0.5).Evaluate(inputs).Mean, 14);
    }
}
