namespace Lossary.Tensors.Tests;

public sealed class TapeTests
{
    [Fact]
    public void Gradients_of_a_variable_used_twice_add_up()
    {
        Tensor<double> x = Tensor<double>.Variable(new Shape(1), [3]);
        Tape<double> tape = new();
        // x² + x: slope 2x + 1 = 7.
        tape.Backward(tape.Add(tape.Multiply(x, x), x));
        Assert.Equal(7, x.Gradient[0]);
    }

    [Fact]
    public void A_step_of_the_computation_used_twice_passes_on_both_parts()
    {
        Tensor<double> x = Tensor<double>.Variable(new Shape(1), [3]);
        Tape<double> tape = new();
        Tensor<double> square = tape.Multiply(x, x);
        // x⁴ + x²: slope 4x³ + 2x = 114.
        tape.Backward(tape.Add(tape.Multiply(square, square), square));
        Assert.Equal(114, x.Gradient[0]);
    }

    [Fact]
    public void Backward_passes_add_up_until_the_gradient_is_cleared()
    {
        Tensor<double> x = Tensor<double>.Variable(new Shape(1), [3]);
        Tape<double> tape = new();
        Tensor<double> objective = tape.Scale(x, 5);
        tape.Backward(objective);
        tape.Backward(objective);
        Assert.Equal(10, x.Gradient[0]);
        x.ClearGradient();
        tape.Backward(objective);
        Assert.Equal(5, x.Gradient[0]);
    }

    [Fact]
    public void What_the_objective_does_not_depend_on_gets_no_gradient()
    {
        Tensor<double> x = Tensor<double>.Variable(new Shape(1), [3]);
        Tensor<double> y = Tensor<double>.Variable(new Shape(1), [4]);
        Tape<double> tape = new();
        Tensor<double> aside = tape.Scale(y, 2);
        tape.Backward(tape.Scale(x, 2));
        Assert.Equal(0, y.Gradient[0]);
        Assert.True(aside.Gradient.IsEmpty);
    }

    [Fact]
    public void Without_gradient_nothing_is_recorded_and_recording_returns()
    {
        Tensor<double> x = Tensor<double>.Variable(new Shape(1), [3]);
        Tape<double> tape = new();
        using (tape.NoGradient())
        {
            Tensor<double> y = tape.Scale(x, 2);
            Assert.Equal(6, y.Scalar);
            Assert.False(y.RequiresGradient);
            Assert.Equal(0, tape.OperationCount);
        }

        Assert.True(tape.Scale(x, 2).RequiresGradient);
        Assert.Equal(1, tape.OperationCount);
    }

    [Fact]
    public void Backward_refuses_a_vector_and_a_constant()
    {
        Tape<double> tape = new();
        Tensor<double> x = Tensor<double>.Variable(new Shape(2), [1, 2]);
        ArgumentException vector = Assert.Throws<ArgumentException>(() => tape.Backward(tape.Scale(x, 2)));
        Assert.Contains("[2]", vector.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => tape.Backward(tape.Constant(new Shape(1), [1])));
    }

    [Fact]
    public void Rows_are_copied_in_the_order_asked_for()
    {
        Tape<float> tape = new();
        Tensor<float> batch = tape.Rows([1, 2, 3, 4, 5, 6], width: 2, rows: [2, 0]);
        Assert.Equal(new Shape(2, 2), batch.Shape);
        Assert.Equal([5f, 6, 1, 2], batch.Values.ToArray());
        Assert.False(batch.RequiresGradient);
    }

    [Fact]
    public void A_row_that_is_not_there_is_refused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new Tape<float>().Rows([1, 2, 3, 4], width: 2, rows: [2]));

    [Fact]
    public void A_step_like_the_one_before_allocates_nothing()
    {
        Tensor<float> weights = Tensor<float>.Variable(new Shape(13, 64), new float[13 * 64]);
        Tensor<float> bias = Tensor<float>.Variable(new Shape(64), new float[64]);
        float[] features = new float[32 * 13];
        Tape<float> tape = new();
        void Step()
        {
            tape.Reset();
            Tensor<float> input = tape.Constant(new Shape(32, 13), features);
            tape.Backward(tape.Mean(tape.Tanh(tape.Dense(input, weights, bias, Activation.Relu))));
        }

        for (int i = 0; i < 100; i++)
        {
            Step();
        }

        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < 100; i++)
        {
            Step();
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    [Fact]
    public void A_step_of_other_operations_and_sizes_is_right_too()
    {
        Tape<double> tape = new();
        Tensor<double> x = Tensor<double>.Variable(new Shape(1), [3]);
        tape.Backward(tape.Multiply(x, x));
        tape.Reset();
        x.ClearGradient();
        Tensor<double> many = tape.Constant(new Shape(9000), new double[9000]);
        tape.Backward(tape.Add(tape.Scale(x, 4), tape.Sum(many)));
        Assert.Equal(4, x.Gradient[0]);
    }
}
