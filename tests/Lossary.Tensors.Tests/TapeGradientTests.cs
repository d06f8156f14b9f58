namespace Lossary.Tensors.Tests;

public sealed class TapeGradientTests
{
    private readonly Tape<double> _tape = new();

    [Fact]
    public void A_gradient_is_a_tensor_that_can_be_differentiated_again_and_again()
    {
        Tensor<double> x = Tensor<double>.Variable(new Shape(1), [2]);
        Tensor<double> cube = _tape.Multiply(_tape.Multiply(x, x), x);
        Tensor<double> first = _tape.Gradient(cube, x);
        Tensor<double> second = _tape.Gradient(first, x);
        // x³ at 2: 3x² = 12, 6x = 12, 6.
        Assert.Equal(12, first.Scalar);
        Assert.Equal(12, second.Scalar);
        Assert.Equal(6, _tape.Gradient(second, x).Scalar);
        Assert.Equal(0, x.Gradient[0]);
        _tape.Backward(second);
        Assert.Equal(6, x.Gradient[0]);
    }

    [Fact]
    public void A_step_of_the_computation_and_what_is_not_reached_have_gradients_too()
    {
        Tensor<double> x = Tensor<double>.Variable(new Shape(2), [2, 3]);
        Tensor<double> aside = Tensor<double>.Variable(new Shape(3), [1, 2, 3]);
        Tensor<double> square = _tape.Multiply(x, x);
        Tensor<double>[] gradients = new Tensor<double>[3];
        _tape.Gradient(_tape.Mean(_tape.Multiply(square, square)), [x, square, aside], gradients);
        // Σ x⁴ / 2: 2x³ by x, x² by x².
        Assert.Equal([16, 54], gradients[0].Values.ToArray());
        Assert.Equal([4, 9], gradients[1].Values.ToArray());
        Assert.Equal([0, 0, 0], gradients[2].Values.ToArray());
    }

    [Fact]
    public void Steps_of_descent_that_are_differentiated_through_take_a_tape_that_grows_evenly()
    {
        // x ← x − ¼ · 2x halves x each time: so does the derivative by where it began.
        Tensor<double> start = Tensor<double>.Variable(new Shape(1), [3]);
        Tensor<double> x = start;
        int before = 0, first = 0;
        for (int step = 0; step < 12; step++)
        {
            before = _tape.OperationCount;
            x = _tape.Subtract(x, _tape.Scale(_tape.Gradient(_tape.Multiply(x, x), x), 0.25));
            first = step == 0 ? _tape.OperationCount : first;
        }

        Assert.Equal(first, _tape.OperationCount - before);
        _tape.Backward(x);
        Assert.Equal(Math.Pow(0.5, 12), start.Gradient[0]);
    }

    [Fact]
    public void A_variable_of_the_tape_lasts_until_the_reset()
    {
        Tensor<double> x = _tape.Variable(new Shape(1), [3]);
        _tape.Backward(_tape.Multiply(x, x));
        Assert.Equal(6, x.Gradient[0]);
        _tape.Reset();
        Assert.False(_tape.Constant(new Shape(1), [1]).RequiresGradient);
    }

    [Fact]
    public void Inside_a_scope_without_gradient_gradients_are_computed_and_not_recorded()
    {
        Tensor<double> x = Tensor<double>.Variable(new Shape(1), [3]);
        Tensor<double> square = _tape.Multiply(x, x);
        using (_tape.NoGradient())
        {
            Tensor<double> gradient = _tape.Gradient(square, x);
            Assert.Equal(6, gradient.Scalar);
            Assert.False(gradient.RequiresGradient);
        }

        Assert.Equal(1, _tape.OperationCount);
    }

    [Fact]
    public void An_operation_without_a_second_order_is_named_with_its_layer()
    {
        Tensor<double> x = Tensor<double>.Variable(new Shape(3), [1, 2, 3]);
        _tape.Scope = "layer 2 (dropout 0.5)";
        Tensor<double> dropped = _tape.Objective(x, 1, _tape.Constant(new Shape(3), [1, 1, 1]));
        _tape.Scope = "loss";
        Tensor<double> objective = _tape.Scale(dropped, 2);
        NotSupportedException refused = Assert.Throws<NotSupportedException>(() => _tape.Gradient(objective, x));
        Assert.Contains(
            "Objective in layer 2 (dropout 0.5) cannot be differentiated twice",
            refused.Message, StringComparison.Ordinal);
        // What was under way is forgotten.
        Assert.Equal([1, 1, 1], Slopes(x, dropped));
    }

    [Fact]
    public void Constants_vectors_and_too_few_places_are_refused()
    {
        Tensor<double> x = Tensor<double>.Variable(new Shape(2), [1, 2]);
        Tensor<double> constant = _tape.Constant(new Shape(2), [1, 2]);
        Tensor<double> sum = _tape.Sum(_tape.Multiply(x, constant));
        Assert.Contains(
            "variable 0, of shape [2], requires no gradient",
            Assert.Throws<ArgumentException>(() => _tape.Gradient(sum, constant)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => _tape.Gradient(_tape.Scale(x, 2), x));
        Assert.Throws<ArgumentException>(() => _tape.Gradient(sum, [x], []));
    }

    private double[] Slopes(Tensor<double> x, Tensor<double> objective)
    {
        _tape.Backward(objective);
        return x.Gradient.ToArray();
    }
}
