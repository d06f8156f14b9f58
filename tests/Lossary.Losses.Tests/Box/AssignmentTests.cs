using System.Runtime.InteropServices;
using Lossary.Numerics;

namespace Lossary.Losses.Tests;

public sealed class AssignmentTests
{
    [Theory]
    [InlineData(1, 1)]
    [InlineData(3, 3)]
    [InlineData(4, 6)]
    [InlineData(5, 5)]
    public void No_other_assignment_costs_less(int rows, int columns)
    {
        RandomStream random = new(7);
        for (int trial = 0; trial < 50; trial++)
        {
            double[,] costs = new double[rows, columns];
            for (int i = 0; i < rows * columns; i++)
            {
                costs[i / columns, i % columns] = trial % 2 == 0 ? random.NextNormal() : random.NextInt(3);
            }

            int[] found = new int[rows];
            Assignment.Solve(Flat(costs), found);
            Assert.Equal(rows, found.Distinct().Count());
            double expected = Least(costs, 0, new bool[columns]);
            Assert.Equal(expected, found.Select((column, row) => costs[row, column]).Sum(), 12);
        }
    }

    [Fact]
    public void Costs_that_are_no_numbers_still_give_an_assignment()
    {
        int[] found = new int[2];
        double[,] costs = { { double.NaN, double.PositiveInfinity }, { double.NaN, 1 } };
        Assignment.Solve(Flat(costs), found);
        Assert.Equal([0, 1], found.Order());
    }

    private static ReadOnlySpan<double> Flat(double[,] costs) =>
        MemoryMarshal.CreateReadOnlySpan(ref costs[0, 0], costs.Length);

    /// <summary>The least cost of the rows from one on, by trying all.</summary>
    private static double Least(double[,] costs, int row, bool[] isTaken)
    {
        if (row == costs.GetLength(0))
        {
            return 0;
        }

        double least = double.PositiveInfinity;
        for (int column = 0; column < isTaken.Length; column++)
        {
            if (!isTaken[column])
            {
                isTaken[column] = true;
                least = Math.Min(least, costs[row, column] + Least(costs, row + 1, isTaken));
                isTaken[column] = false;
            }
        }

        return least;
    }
}
