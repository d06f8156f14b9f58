using System.Runtime.CompilerServices;
using Lossary.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses.Tests;

public sealed class FormulaSecondOrderTests
{
    private readonly Tensor<double> _x = Tensor<double>.Variable(new Shape(3), [0.5, -1.25, 2]);
    private readonly Tensor<double> _y = Tensor<double>.Variable(new Shape(3), [1.5, 0.25, -0.75]);

    /// <summary>x²y + y³: the Hessian is (2y, 2x; 2x, 6y).</summary>
    private readonly struct Cubic : ISampleFormula
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TLane Value<TLane>(ReadOnlySpan<TLane> x)
            where TLane : struct, ILane<TLane> => (x[0] * x[0] * x[1]) + (x[1] * x[1] * x[1]);
    }

    [Fact]
    public void The_Hessian_of_a_cubic_is_that_by_hand()
    {
        Tape<double> tape = new();
        Tensor<double> sum = tape.Sum(tape.Formula(default(Cubic), _x, _y));
        Tensor<double>[] gradients = new Tensor<double>[2];
        tape.Gradient(sum, [_x, _y], gradients);
        (double[] xx, double[] xy) = Rows(tape, gradients[0]);
        (double[] yx, double[] yy) = Rows(tape, gradients[1]);
        for (int i = 0; i < 3; i++)
        {
            Assert.Equal(2 * _x.Values[i] * _y.Values[i], gradients[0].Values[i], 15);
            Assert.Equal(2 * _y.Values[i], xx[i], 15);
            Assert.Equal(2 * _x.Values[i], xy[i], 15);
            Assert.Equal(2 * _x.Values[i], yx[i], 15);
            Assert.Equal(6 * _y.Values[i], yy[i], 15);
        }
    }

    [Fact]
    public void A_gradient_penalty_through_a_formula_has_the_slope_by_hand()
    {
        // (|∂f/∂x| − 1)² at one point: its slope is 2 (2xy − 1) · (2y, 2x).
        Tensor<double> x = Tensor<double>.Variable(new Shape(1), [0.75]), y = Tensor<double>.Variable(new Shape(1), [1.5]);
        Tape<double> tape = new();
        Tensor<double> slope = tape.Gradient(tape.Sum(tape.Formula(default(Cubic), x, y)), x);
        tape.Backward(tape.Square(tape.Shift(tape.Abs(slope), -1)));
        Assert.Equal(2 * 1.25 * 3, x.Gradient[0], 14);
        Assert.Equal(2 * 1.25 * 1.5, y.Gradient[0], 14);
    }

    [Fact]
    public void What_a_gradient_is_multiplied_by_is_differentiated_by_too()
    {
        // w · ∂(x²y + y³)/∂x summed: its slope by the weight is 2xy.
        Tape<double> tape = new();
        Tensor<double> weight = Tensor<double>.Variable(new Shape(3), [2, 0.5, -1]);
        Tensor<double> weighted = tape.Sum(tape.Multiply(weight, tape.Formula(default(Cubic), _x, _y)));
        tape.Backward(tape.Sum(tape.Gradient(weighted, _x)));
        for (int i = 0; i < 3; i++)
        {
            Assert.Equal(2 * _x.Values[i] * _y.Values[i], weight.Gradient[i], 15);
            Assert.Equal(2 * _y.Values[i] * weight.Values[i], _x.Gradient[i], 15);
        }
    }

    [Fact]
    public void A_third_order_is_refused_by_name()
    {
        Tape<double> tape = new();
        Tensor<double> slope = tape.Sum(tape.Gradient(tape.Sum(tape.Formula(default(Cubic), _x, _y)), _x));
        NotSupportedException refusal = Assert.Throws<NotSupportedException>(() => tape.Gradient(slope, _x));
        Assert.StartsWith("FormulaGradient cannot be differentiated twice", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_step_with_a_gradient_penalty_allocates_nothing()
    {
        Tape<double> tape = new();
        void Step()
        {
            tape.Reset();
            Tensor<double> sum = tape.Sum(tape.Formula(default(Cubic), _x, _y));
            tape.Backward(tape.Add(sum, tape.Sum(tape.Square(tape.Gradient(sum, _x)))));
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
    public void A_sample_that_weighs_nothing_bends_nothing_whatever_its_own_derivatives_are()
    {
        _x.Values[1] = double.NaN;
        Tape<double> tape = new();
        Tensor<double> terms = tape.Formula(default(Cubic), _x, _y);
        Tensor<double> sum = tape.Sum(tape.Multiply(terms, tape.Constant(new Shape(3), [1, 0, 1])));
        tape.Backward(tape.Sum(tape.Gradient(sum, _x)));
        Assert.Equal([2 * _y.Values[0], 0, 2 * _y.Values[2]], _x.Gradient.ToArray());
    }

    /// <summary>The gradients of the sum of a gradient: samples do not meet in it.</summary>
    private (double[] ByX, double[] ByY) Rows(Tape<double> tape, Tensor<double> gradient)
    {
        _x.ClearGradient();
        _y.ClearGradient();
        tape.Backward(tape.Sum(gradient));
        return (_x.Gradient.ToArray(), _y.Gradient.ToArray());
    }
}
