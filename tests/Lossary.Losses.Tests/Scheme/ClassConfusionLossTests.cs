using Lossary.Tensors;

namespace Lossary.Losses.Tests;

public sealed class ClassConfusionLossTests() : ArrayLaws<ClassConfusionLoss>
{
    // The weights of the rows are constants.
    protected override bool IsGradientOfValue => false;

    [Fact]
    public void One_row_confuses_each_class_by_the_share_of_the_others()
    {
        LossInputs<double> inputs = new()
        {
            ["logits"] = Tensor<double>.Variable(new Shape(1, 2), [2.5 * Math.Log(4), 0]),
        };

        // C = p pᵀ: of each class the row's share of the other, 0.2 and 0.8.
        Assert.Equal(0.5, ValueOf(inputs), 13);
    }

    [Fact]
    public void Rows_as_sure_weigh_alike()
    {
        LossInputs<double> inputs = new()
        {
            ["logits"] = Numbers(new Shape(2, 2), 2.5 * Math.Log(4), 0, 0, 2.5 * Math.Log(4)),
        };
        Assert.Equal(0.32, ValueOf(inputs), 13);
    }

    [Fact]
    public void A_class_without_any_share_is_confused_with_none()
    {
        LossInputs<double> inputs = new()
        {
            ["logits"] = Tensor<double>.Variable(new Shape(1, 3), [2.5 * Math.Log(4), 0, -1e30]),
        };
        Assert.Equal(1 / 3.0, ValueOf(inputs), 13);
        Assert.All(inputs["logits"].Gradient.ToArray(), slope => Assert.True(double.IsFinite(slope), "Not finite."));
    }
}
