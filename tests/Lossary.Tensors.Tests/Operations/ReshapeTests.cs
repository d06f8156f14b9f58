using static Lossary.Tensors.Tests.CentralDifferences;

namespace Lossary.Tensors.Tests;

public sealed class ReshapeTests
{
    [Fact]
    public void A_reshaped_tensor_shares_numbers_and_gradient()
    {
        Tape<double> tape = new();
        Tensor<double> x = Tensor<double>.Variable(new Shape(2, 3), [1, 2, 3, 4, 5, 6]);
        Tensor<double> view = tape.Reshape(x, new Shape(3, 1, 2));
        Assert.True(x.Values == view.Values);
        tape.Backward(tape.Sum(tape.Multiply(view, view)));
        Assert.Equal([2, 4, 6, 8, 10, 12], x.Gradient.ToArray());
        Assert.True(x.Gradient == view.Gradient);
    }

    [Fact]
    public void Its_gradient_is_that_of_the_numbers_also_where_they_are_used_beside_it()
    {
        Tensor<double> x = Variable(new Shape(4, 3), 1);
        Check(
            tape =>
            {
                Tensor<double> step = tape.Tanh(x);
                Tensor<double> view = tape.Reshape(step, new Shape(12));
                Tensor<double> again = tape.Reshape(view, new Shape(2, 6));
                Tensor<double> square = tape.Multiply(again, again);
                return tape.Add(tape.Add(tape.Weighed(square), tape.Weighed(view)), tape.Weighed(step));
            },
            x);
    }

    [Fact]
    public void Another_number_of_elements_is_refused_with_both_shapes_and_the_layer()
    {
        Tape<double> tape = new() { Scope = "flatten" };
        Tensor<double> x = tape.Constant(new Shape(2, 3), new double[6]);
        ArgumentException refused = Assert.Throws<ArgumentException>(() => tape.Reshape(x, new Shape(5)));
        Assert.Contains(
            "Reshape in flatten: input is [2, 3], shape is [5]", refused.Message, StringComparison.Ordinal);
    }
}
