namespace Lossary.Losses.Tests;

public sealed class DecoupledDistillationLossTests() : ArrayLaws<DecoupledDistillationLoss>
{
    [Fact]
    public void Weighted_by_the_teachers_share_of_the_rest_it_is_plain_distillation()
    {
        // Zhao et al., equation 5, row by row.
        LossInputs<double> inputs = Example(53);
        for (int row = 0; row < Rows; row++)
        {
            LossInputs<double> one = Part(inputs, row, 1);
            double[] logits = one["teacher"].Values.ToArray();
            double rest = 1 - (Math.Exp(logits[(int)one["target"].Values[0]]) / logits.Sum(Math.Exp));
            double plain = new DistillationLoss(1, 1).Evaluate(one).Mean;
            Assert.Equal(plain, new DecoupledDistillationLoss(1, rest, 1).Evaluate(one).Mean, 13);
        }
    }

    [Fact]
    public void One_class_alone_costs_0()
    {
        LossInputs<double> inputs = new()
        {
            ["student"] = TestInputs.Variable([2, 1], 3, -1),
            ["teacher"] = TestInputs.Constant([2, 1], 0, 2),
            ["target"] = TestInputs.Constant([2], 0, 0),
        };
        Assert.Equal(0, ValueOf(inputs), 14);
    }
}
