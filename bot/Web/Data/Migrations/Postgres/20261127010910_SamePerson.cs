using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ChatBot.Web.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class SamePerson : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<Guid>(
                name: "SamePerson",
                table: "Conversations",
                type: "uuid",
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "IX_Conversations_SamePerson",
                table: "Conversations",
                column: "SamePerson",
                filter: "\"SamePerson\" IS NOT NULL");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Conversations_SamePerson",
                table: "Conversations");

            migrationBuilder.DropColumn(
                name: "SamePerson",
                table: "Conversations");
        }
    }
}
