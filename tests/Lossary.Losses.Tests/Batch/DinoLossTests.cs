using Lossary.Tensors;

namespace Lossary.Losses.Tests;

public sealed class DinoLossTests() : ArrayLaws<DinoLoss>(0.3, 0.2)
{
    [Fact]
    public void A_centred_teacher_that_is_sure_costs_the_students_log_probability()
    {
        LossInputs<double> inputs = new()
        {
            ["student"] = Embeddings.Rows(2, 1, 0),
            ["teacher"] = new(new Shape(1, 2), new double[] { 5, 9 }),
            ["center"] = Embeddings.Vector(0, 8),
        };
        Assert.Equal(Math.Log(1 + Math.Exp(-10)), new DinoLoss(0.1, 0.04).Evaluate(inputs).Mean, 14);
    }
}
