using Lossary.Tensors;

namespace Lossary.Losses.Tests;

public sealed class SiSdrLossTests() : ArrayLaws<SiSdrLoss>
{
    /// <summary>Along the target 2, beside it 1.</summary>
    internal static LossInputs<double> Signals() => new()
    {
        ["prediction"] = Tensor<double>.Variable(new Shape(1, 2), [2.0, 1]),
        ["target"] = new(new Shape(1, 2), new double[] { 1, 0 }),
    };

    [Fact]
    public void What_lies_along_the_target_is_held_against_what_lies_beside()
    {
        Assert.Equal(-10 * Math.Log10(4), new SiSdrLoss(0, 0).Evaluate(Signals()).Mean, 13);
        Assert.Equal(-10 * Math.Log10(4), new SiSdrLoss(0).Evaluate(Signals()).Mean, 6);
    }

    [Fact]
    public void Volume_and_offset_do_not_count()
    {
        LossInputs<double> inputs = Example(62), louder = Example(62);
        foreach (ref double number in louder["prediction"].Values)
        {
            number = (3 * number) + 5;
        }

        Assert.Equal(new SiSdrLoss(1, 0).Evaluate(inputs).Mean, new SiSdrLoss(1, 0).Evaluate(louder).Mean, 10);
    }
}
