using System.Reflection;
using LoopNet.Checking;

namespace LoopNet.Tests.Checking;

public class CatalogueTests
{
    private static readonly string[] Order = ["F1", "F2", "F3", "B1", "B2", "B3", "B5", "B6", "B7", "M1", "M2", "U1", "U2"];

    [Fact]
    public void All_HasEveryMistakeOfTheLibraryOnce()
    {
        IEnumerable<Mistake> written = typeof(Mistake).Assembly.GetTypes()
            .Select(type => type.GetProperty("Mistake", BindingFlags.Public | BindingFlags.Static))
            .OfType<PropertyInfo>()
            .Select(property => (Mistake)property.GetValue(null)!);

        Assert.Equal(written.Select(mistake => mistake.Title).Order(), Catalogue.All.Select(mistake => mistake.Title).Order());
    }

    [Fact]
    public void All_FollowsTheOrderOfTheEquations()
    {
        int[] places = [.. Catalogue.All.Select(mistake => Array.IndexOf(Order, mistake.Equation.Split(',')[0])).Where(place => place >= 0)];

        Assert.Equal(places.Order(), places);
    }
}
